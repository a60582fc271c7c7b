import 'server-only';
import type { AccountActor } from '../access/actor';
import { now } from '../clock';
import type { Tx } from '../db';
import { transition } from '../transition';
import { exitMachine } from './change-machine';
import { findOpenExit } from './open-request';

/** A membership that has ended has nothing left to ask for: its 退会申请, where one waits, is accepted with it. */
export async function settleExit(tx: Tx, actor: AccountActor, companyId: string): Promise<void> {
  const open = await findOpenExit(tx, companyId);
  if (!open) return;
  const decidedAt = await now(tx);
  await transition(tx, actor, exitMachine, { id: open.id, from: open.state, event: 'accept', data: { decidedAt } });
}
