import type { ReactNode } from 'react';
import { Button } from './button';

type Query = Record<string, string>;
export type Filter = { name: string; label: string } & (
  | { options: readonly { code: string; label: string }[]; any?: string }
  | { type: 'date' }
);

/** Several filters at once: an ordinary GET form, so the address can be kept and sent on. What it does not name is kept. */
export function FilterForm({
  path,
  query,
  filters,
  button = '筛选',
  children,
}: {
  path: string;
  query: Query;
  filters: readonly Filter[];
  button?: string;
  children?: ReactNode;
}) {
  const own = filters.map(({ name }) => name);
  return (
    <form action={path} className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap">
      <KeptQuery query={query} without={own} />
      {filters.map((filter) => (
        <div key={filter.name} className="min-w-0 sm:min-w-36">
          <label htmlFor={`filter-${filter.name}`} className="mb-1 block text-sm text-ink-3">
            {filter.label}
          </label>
          {'options' in filter ? (
            <select
              id={`filter-${filter.name}`}
              key={query[filter.name]}
              name={filter.name}
              defaultValue={query[filter.name] ?? ''}
              className="control"
            >
              <option value="">{filter.any ?? '不限'}</option>
              {filter.options.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`filter-${filter.name}`}
              key={query[filter.name]}
              type="date"
              name={filter.name}
              defaultValue={query[filter.name] ?? ''}
              className="control num"
            />
          )}
        </div>
      ))}
      <Button type="submit" look="secondary">
        {button}
      </Button>
      {children}
    </form>
  );
}

type Group = { name: string; boxes: readonly { value: string; label: string; checked: boolean }[]; button: string };

/** A choice of several for one name of the address, in the same way. */
export function BoxesForm({ path, query, name, boxes, button }: { path: string; query: Query } & Group) {
  return (
    <form action={path} className="flex flex-col gap-3">
      <KeptQuery query={query} without={[name]} />
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3 lg:grid-cols-5">
        {boxes.map(({ value, label, checked }) => (
          <label key={`${value}${checked}`} className="flex min-h-11 items-center gap-2.5">
            <input type="checkbox" name={name} value={value} defaultChecked={checked} className="size-5 flex-none accent-brand" />
            {label}
          </label>
        ))}
      </div>
      <div>
        <Button type="submit" look="secondary">
          {button}
        </Button>
      </div>
    </form>
  );
}

function KeptQuery({ query, without }: { query: Query; without: readonly string[] }) {
  const kept = Object.entries(query).filter(([name, value]) => value && name !== 'page' && !without.includes(name));
  return kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
