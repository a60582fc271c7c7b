import * as z from 'zod/mini';
import type { Conflict, FormValues } from '@/lib/actions/action-state';

export type Draft = {
  /** Whose draft: the application's step, or the company's year. */
  record: Record<string, string>;
  step: string;
  values: FormValues;
  opened: { bases: readonly FormValues[]; editor: string; sequence: number };
};

export type DraftAnswer =
  | { kind: 'saved'; values: FormValues; conflicts: Conflict[]; version: number; savedAt: string }
  /** The server had a reason; trying the same again is of no use. */
  | { kind: 'refused'; error: string }
  | { kind: 'signedOut' }
  /** Nobody knows whether it arrived. */
  | { kind: 'lost' };

/** Beyond this a browser does not promise to send while a page closes. */
const KEEPALIVE_BYTES = 60_000;

const saved = z.object({
  values: z.custom<FormValues>((value) => typeof value === 'object' && value !== null),
  conflicts: z.array(z.custom<Conflict>((value) => typeof value === 'object' && value !== null)),
  version: z.number(),
  savedAt: z.string(),
});
const refused = z.object({ error: z.string() });

/** Sends what is typed. Never rejects. */
export async function sendDraft({ record, ...draft }: Draft, closing: boolean): Promise<DraftAnswer> {
  const body = JSON.stringify({ ...record, ...draft });
  const keepalive = closing && new Blob([body]).size < KEEPALIVE_BYTES;
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('/api/drafts', { method: 'POST', headers, body, keepalive }).catch(() => null);
  if (response?.status === 401) return { kind: 'signedOut' };
  const answer: unknown = await response?.json().catch(() => null);
  const kept = z.safeParse(saved, answer);
  if (response?.ok && kept.success) return { kind: 'saved', ...kept.data };
  const words = z.safeParse(refused, answer);
  if (response && response.status < 500 && response.status !== 429 && words.success) return { kind: 'refused', error: words.data.error };
  return { kind: 'lost' };
}
