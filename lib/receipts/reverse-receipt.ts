import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now, today } from '../clock';
import { type Day, toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { isUniqueViolation, transaction } from '../transaction';
import { transition } from '../transition';
import { isUsed, USED } from './issue-receipt';
import { receiptMachine, requestMachine } from './machines';

type Reversal = { receiptId: string; redCode: string; redNumber: string; reversedOn: Day; reason: string };

/**
 * 冲红: the red receipt that takes this one back. What it was for is to be issued anew as long as it is paid, in the title
 * that the member asked for (换开); a receipt whose dues were cancelled is done with. The record and its PDF are kept.
 * @throws DomainError `alreadyDecided`, `invalid` for a number that was used, a day before the receipt or to come, no reason
 */
export async function reverseReceipt(actor: AccountActor, { receiptId, reversedOn, reason, ...red }: Reversal): Promise<void> {
  authorize(actor, 'receipt.record', null);
  await transaction(async (tx) => {
    const receipt = await tx.receipt.findUnique({ where: { id: receiptId } });
    if (!receipt) throw new DomainError('notFound');
    const error = await errorOf(tx, { ...red, reversedOn }, receipt);
    if (error) throw new DomainError('invalid', { fieldErrors: error });
    const reversedAt = await now(tx);
    const data = { ...red, reversedOn: toColumn(reversedOn), reversedAt, reason };
    await transition(tx, actor, receiptMachine, { id: receiptId, from: receipt.state, event: 'reverse', reason, data }).catch(
      (thrown: unknown) => {
        if (isUniqueViolation(thrown)) throw new DomainError('invalid', { fieldErrors: { redNumber: USED } });
        throw thrown;
      },
    );
    await settleRequests(tx, actor, receiptId, reversedAt);
  });
}

type Red = { redCode: string; redNumber: string; reversedOn: Day };

async function errorOf(
  tx: Tx,
  { redCode, redNumber, reversedOn }: Red,
  { issuedOn }: { issuedOn: Date },
): Promise<Record<string, string> | null> {
  if (await isUsed(tx, redCode, redNumber)) return { redNumber: USED };
  if (reversedOn > (await today(tx))) return { reversedOn: '冲红日期不能晚于今天' };
  if (toColumn(reversedOn) < issuedOn) return { reversedOn: '冲红日期不能早于开票日期' };
  return null;
}

// 换开 is under way now; whoever missed the old one need not look for it.
async function settleRequests(tx: Tx, actor: AccountActor, receiptId: string, decidedAt: Date): Promise<void> {
  for (const { id, kind, state } of await tx.receiptRequest.findMany({ where: { receiptId, state: 'open' } })) {
    if (kind === 'reissue') await transition(tx, actor, requestMachine, { id, from: state, event: 'fulfil', data: { decidedAt } });
    else {
      const answer = '这张票据已冲红，重新开具的票据会再推送给您。';
      await transition(tx, actor, requestMachine, { id, from: state, event: 'answer', reason: answer, data: { decidedAt, answer } });
    }
  }
}
