import type { ReactNode } from 'react';
import type { Tone } from '@/lib/copy/applications';

const tones: Record<Tone, string> = {
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-brand-soft text-brand',
  plain: 'bg-line-2 text-ink-2',
};

/** A state in words; the dot and colour only repeat them. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ${tones[tone]}`}>
      <span aria-hidden="true" className="size-[7px] rounded-full bg-current" />
      {children}
    </span>
  );
}
