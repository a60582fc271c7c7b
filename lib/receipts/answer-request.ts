import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import type { Tx } from '../db';
import { findFirstLiaison } from '../dues/first-liaison';
import { DomainError } from '../errors';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { companyOf } from './company-of';
import { yearsText } from './export-columns';
import { requestMachine } from './machines';
import { notifyIssued } from './notify-issued';

type Answer = { requestId: string; answer: string };

/**
 * Answers what a member asked of a receipt (未收到). `again`: the notice goes out once more, to the mailbox that the member
 * named; the receipt itself the platform sends. Without it the liaison is told by SMS that there is an answer.
 * @throws DomainError `notFound`, `alreadyDecided`, `invalid` without words
 */
export async function answerRequest(actor: AccountActor, { again, ...answer }: Answer & { again: boolean }): Promise<void> {
  authorize(actor, 'receipt.record', null);
  await transaction(async (tx) => {
    const { receipt, request } = await decide(tx, actor, 'answer', answer);
    if (!again) return tell(tx, receipt, request.id);
    await tx.receipt.update({ where: { id: receipt.id }, data: { email: request.email } });
    await notifyIssued(tx, { ...receipt, receiptId: receipt.id, email: request.email, mobile: '' }, request.id);
  });
}

/** 不能换开, with the reason, which the liaison is told of. @throws DomainError `notFound`, `alreadyDecided`, `invalid` without a reason */
export async function declineRequest(actor: AccountActor, answer: Answer): Promise<void> {
  authorize(actor, 'receipt.record', null);
  await transaction(async (tx) => {
    const { receipt, request } = await decide(tx, actor, 'decline', answer);
    await tell(tx, receipt, request.id);
  });
}

async function decide(tx: Tx, actor: AccountActor, event: 'answer' | 'decline', { requestId, answer }: Answer) {
  const request = await tx.receiptRequest.findUnique({ where: { id: requestId } });
  if (!request) throw new DomainError('notFound');
  const data = { answer, decidedAt: await now(tx) };
  await transition(tx, actor, requestMachine, { id: requestId, from: request.state, event, reason: answer, data });
  return { request, receipt: await companyOf(tx, request.receiptId) };
}

async function tell(tx: Tx, { companyId, companyName, years }: Awaited<ReturnType<typeof companyOf>>, requestId: string): Promise<void> {
  const liaison = await findFirstLiaison(tx, companyId);
  if (!liaison) return;
  await queueMessage(tx, {
    template: 'receiptAnswered',
    phone: liaison.mobile,
    parameters: { company: companyName, year: yearsText(years) },
    dedupeKey: `receiptAnswered:${requestId}`,
  });
}
