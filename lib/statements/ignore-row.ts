import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
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

/** How many rows one click ignores. */
export const IGNORED_AT_ONCE = 200;

/**
 * 忽略 of many with one reason, each by its own command, so that one that somebody else was first to settle stops none of
 * the others. @throws DomainError `invalid` without a reason
 */
export async function ignoreRows(actor: AccountActor, { rowIds, reason }: { rowIds: readonly string[]; reason: string }): Promise<void> {
  authorize(actor, 'statement.work', null);
  for (const rowId of rowIds.slice(0, IGNORED_AT_ONCE)) {
    try {
      await ignoreRow(actor, { rowId, reason });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'alreadyDecided') throw error;
    }
  }
}

/** 取回: an ignored row is open again. @throws DomainError `alreadyDecided` */
export async function reopenRow(actor: AccountActor, rowId: string): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction(async (tx) => {
    const { state: from } = await lockRow(tx, rowId);
    await transition(tx, actor, bankRowMachine, { id: rowId, from, event: 'reopen', data: { reason: null } });
  });
}
