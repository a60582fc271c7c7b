import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import type { Tx } from '../db';
import { transition } from '../transition';
import { filingColumns } from './file-dues';
import { filingMachine } from './filing-machine';
import { loadFiling } from './queries';
import type { FilingAnswers } from './schema';

/** Files a returned filing again, corrected: the same row, so that its history stays whole. @throws DomainError `alreadyDecided` */
export async function refileDues(tx: Tx, actor: Actor, filingId: string, answers: FilingAnswers): Promise<void> {
  const filing = await loadFiling(tx, filingId);
  authorize(actor, 'filing.file', filing);
  const data = { ...filingColumns(answers), filedAt: await now(tx), decidedAt: null, reason: null };
  await transition(tx, actor, filingMachine, { id: filingId, from: filing.state, event: 'refile', data });
}
