import type { ReactNode } from 'react';

export type Fact = { label: ReactNode; value: ReactNode };

/** Labels and values, a line each. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[6.5em_1fr] md:grid-cols-[9.5em_1fr] text-[15px]">
      {rows.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed in order and have no identity
        <div key={index} className="contents [&>*]:border-b [&>*]:border-line-2 [&>*]:py-2 last:[&>*]:border-0">
          <dt className="pr-3 text-ink-3">{label}</dt>
          <dd className="num min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
