import { Button } from '@/components/ui/button';
import { levelLabels } from '@/lib/copy/dues';
import type { Option } from '@/lib/dictionaries/option';

const levels = Object.entries(levelLabels).map(([code, label]) => ({ code, label }));

type DirectorySearchProps = { path: string; query: Record<string, string>; provinces: readonly Option[] };

/** The questions that the directory answers: an ordinary GET form. */
export function DirectorySearch({ path, query, provinces }: DirectorySearchProps) {
  return (
    <form action={path} className="grid gap-4 md:grid-cols-[2fr_1fr_1fr_auto] md:items-end">
      <label className="text-[15px] font-semibold">
        单位名称
        <input
          type="search"
          name="search"
          defaultValue={query.search}
          placeholder="名称、曾用名或拼音首字母"
          maxLength={100}
          className="control mt-1.5 font-normal"
        />
      </label>
      <Choice name="province" label="所在省" value={query.province} options={provinces} />
      <Choice name="level" label="会员级别" value={query.level} options={levels} />
      <Button type="submit">查询</Button>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; value: string | undefined; options: readonly Option[] };

function Choice({ name, label, value = '', options }: ChoiceProps) {
  return (
    <label className="text-[15px] font-semibold">
      {label}
      <select name={name} defaultValue={value} className="control mt-1.5 font-normal">
        <option value="">全部</option>
        {options.map(({ code, label: text }) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
