import type { Option } from '@/lib/dictionaries/option';
import { Button } from './button';
import { Link } from './link';

type Query = Record<string, string>;

/** An address of the same list with some of its query changed; the page goes back to the first unless it is what changes. */
function listHref(path: string, query: Query, change: Query): string {
  const next = Object.entries({ ...query, page: '', ...change }).filter(([, value]) => value);
  return next.length ? `${path}?${new URLSearchParams(next)}` : path;
}

type TabsProps = {
  path: string;
  query: Query;
  name: string;
  label: string;
  tabs: readonly { value: string; label: string; count?: number }[];
};

/** A filter of a few values, as links. */
export function FilterTabs({ path, query, name, label, tabs }: TabsProps) {
  const current = query[name] ?? '';
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-1">
      {tabs.map(({ value, label: text, count }) => (
        <Link
          key={value}
          href={listHref(path, query, { [name]: value })}
          aria-current={value === current ? 'true' : undefined}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-3 text-ink-2 no-underline hover:bg-ground aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand"
        >
          {text}
          {count !== undefined && <span className="num text-sm">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Search in a list: an ordinary GET form, so the address can be kept and sent on. */
export function SearchBox({ path, query, placeholder }: { path: string; query: Query; placeholder: string }) {
  const kept = Object.entries(query).filter(([name, value]) => value && name !== 'search' && name !== 'page');
  return (
    <form action={path} className="flex gap-2 max-md:w-full">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        type="search"
        name="search"
        defaultValue={query.search}
        placeholder={placeholder}
        aria-label={placeholder}
        className="control min-w-0 max-md:flex-1 md:w-80"
      />
      <Button type="submit" look="secondary">
        搜索
      </Button>
    </form>
  );
}

type Choice = { name: string; label: string; options: readonly Option[] };

/** Filters of many values, as a GET form with a list each. */
export function ChoiceFilter({ path, query, choices }: { path: string; query: Query; choices: readonly Choice[] }) {
  const kept = Object.entries(query).filter(([name, value]) => value && name !== 'page' && !choices.some((choice) => choice.name === name));
  return (
    <form action={path} className="flex flex-wrap items-center gap-2">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map(({ name, label, options }) => (
        <select key={name} name={name} defaultValue={query[name] ?? ''} aria-label={label} className="control w-auto px-2 text-[15px]">
          <option value="">{label}：全部</option>
          {options.map(({ code, label: text }) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      ))}
      <Button type="submit" look="secondary" size="small">
        筛选
      </Button>
    </form>
  );
}
type PaginationProps = {
  path: string;
  query: Query;
  page: number;
  size: number;
  total: number;
  /** The total is more than was counted; whether a page follows is then known otherwise. */
  uncounted?: { hasNext: boolean };
};

/** Which part of a list is shown, and the ways to the others. */
export function Pagination({ path, query, page, size, total, uncounted }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / size));
  const beyond = uncounted ? !uncounted.hasNext && page > last : page > last;
  const hasNext = uncounted ? uncounted.hasNext : page < last;
  const at = (number: number) => listHref(path, query, { page: number > 1 ? String(number) : '' });
  return (
    <nav aria-label="分页" className="flex flex-wrap items-center gap-3 border-t border-line-2 px-4 py-3 text-sm text-ink-2 md:px-6">
      <span className="num">
        {uncounted ? `共 ${total} 条以上，第 ${page} 页` : `共 ${total} 条，${page > last ? `只有 ${last} 页` : `第 ${page} / ${last} 页`}`}
      </span>
      {beyond && (
        <Link href={at(last)} className="inline-flex min-h-11 items-center px-2">
          到第 {last} 页
        </Link>
      )}
      {page > 1 && !beyond && (
        <Link href={at(page - 1)} className="inline-flex min-h-11 items-center px-2">
          上一页
        </Link>
      )}
      {hasNext && (
        <Link href={at(page + 1)} className="inline-flex min-h-11 items-center px-2">
          下一页
        </Link>
      )}
    </nav>
  );
}
