import type { Conflict, FormValues } from '@/lib/actions/action-state';
import type { Stash } from './ledger';

export type DraftStatus =
  | { kind: 'idle' | 'saving' | 'failed' | 'signedOut' }
  | { kind: 'saved'; at: string }
  | { kind: 'refused'; error: string };

export type DraftView = { status: DraftStatus; conflicts: readonly Conflict[] };

/** The form, as the saver sees it. */
export type Page = {
  read: () => FormValues;
  /** Shows some units of these values. */
  write: (units: readonly string[], values: FormValues) => void;
  isTyping: (unit: string) => boolean;
  keep: (stash: Stash | null) => void;
  heardVersion: (version: number) => void;
};
