import type { ReactNode } from 'react';

const tones = {
  info: 'border-brand bg-brand-soft',
  ok: 'border-ok bg-ok-soft',
  warn: 'border-accent bg-accent-soft',
  bad: 'border-bad bg-bad-soft',
} as const;

/** Something to know before going on. */
export function Note({ tone = 'info', title, children }: { tone?: keyof typeof tones; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`rounded-r-md border-l-4 px-4 py-3.5 text-[15px] ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
