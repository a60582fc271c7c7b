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
  return <span className={`tag ${tones[tone]}`}>{children}</span>;
}
