import type { ReactNode } from 'react';

/** The one h1 of a page, with what belongs beside it. */
export function PageTitle({ children, hint, actions }: { children: ReactNode; hint?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div>
        <h1 className="text-xl leading-snug font-strong tracking-[.01em] md:text-2xl">{children}</h1>
        {hint && <p className="mt-1 text-ink-2">{hint}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3 md:ml-auto">{actions}</div>}
    </div>
  );
}
