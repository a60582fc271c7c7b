import type { ReactNode } from 'react';

type PanelProps = { title?: ReactNode; hint?: ReactNode; id?: string; children: ReactNode; flush?: boolean };

/** A sheet with a header line. `flush` lets a table reach its edges. */
export function Panel({ title, hint, id, children, flush = false }: PanelProps) {
  return (
    <section id={id} className="rounded-lg border border-line bg-white">
      {title && (
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line-2 px-4 py-3.5 md:px-6 md:py-4">
          <h2 className="text-lg leading-snug font-strong">{title}</h2>
          {hint && <div className="ml-auto text-sm text-ink-3">{hint}</div>}
        </header>
      )}
      {flush ? children : <div className="px-4 py-4.5 md:p-6">{children}</div>}
    </section>
  );
}
