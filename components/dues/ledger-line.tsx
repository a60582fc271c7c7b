import type { ReactNode } from 'react';

/** What a list comes to, all its pages together, with what can be made of it. */
export function LedgerLine({ cells, children }: { cells: readonly (readonly [string, string])[]; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-2 border-b border-line-2 px-4 py-2.5 md:px-6">
      <dl className="flex flex-wrap gap-x-8 gap-y-1">
        {cells.map(([label, value]) => (
          <div key={label} className="flex items-baseline gap-2">
            <dt className="text-sm text-ink-3">{label}</dt>
            <dd className="num font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {children && <div className="flex flex-wrap gap-2 md:ml-auto">{children}</div>}
    </div>
  );
}
