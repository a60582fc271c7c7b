import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { bankRowMachine, lockRow } from './machine';

/** 忽略: what is left of this row is no dues, with the reason. @throws DomainError `alreadyDecided`, `invalid` without a reason */
export async function ignoreRow(actor: AccountActor, { rowId, reason }: { rowId: string; reason: string }): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction(async (tx) => {
    const { state: from } = await lockRow(tx, rowId);
    await transition(tx, actor, bankRowMachine, { id: rowId, from, event: 'ignore', reason, data: { reason: reason.trim() } });
  });
}

/** 取回: an ignored row is open again. @throws DomainError `alreadyDecided` */
export async function reopenRow(actor: AccountActor, rowId: string): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction(async (tx) => {
    const { state: from } = await lockRow(tx, rowId);
    await transition(tx, actor, bankRowMachine, { id: rowId, from, event: 'reopen', data: { reason: null } });
  });
}
