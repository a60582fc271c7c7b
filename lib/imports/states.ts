import type { ImportState } from '../generated/prisma/enums';
import type { TransitionRow } from '../transition';

type ImportEvent = 'commit' | 'undo' | 'discard' | 'restart';

/** What somebody may do with an import; what its own jobs do (read, committed, failed) follows from these. */
export const importTransitions: readonly TransitionRow<ImportState, ImportEvent>[] = [
  { from: 'reading', event: 'restart', to: 'reading' },
  { from: 'reading', event: 'discard', to: 'discarded' },
  { from: 'ready', event: 'restart', to: 'reading' },
  { from: 'ready', event: 'commit', to: 'committing' },
  { from: 'ready', event: 'discard', to: 'discarded' },
  { from: 'committing', event: 'restart', to: 'committing' },
  { from: 'committed', event: 'undo', to: 'undone', needsReason: true },
];

/** A workbook that is neither a part of the system yet nor given up: there is one at most. */
export const OPEN: readonly ImportState[] = ['reading', 'ready', 'committing'];
/** A job is at work on it, as its percentage tells. */
export const RUNNING: readonly ImportState[] = ['reading', 'committing'];
