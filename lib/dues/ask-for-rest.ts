import 'server-only';
import { type AccountActor, accountIdOf, actorName } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { today } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { queueMessage } from '../messages/queue-message';
import { formatAmount, formatFen } from '../money';
import { transaction } from '../transaction';
import { findFirstLiaison } from './first-liaison';
import { lockCharge } from './lock-charges';

/**
 * 通知补交: the liaison gets an SMS with what is still missing of a charge that was paid short; one a day at most. Answers
 * with the sum, and whether it was sent now or had been today.
 * @throws DomainError `invalid` when nothing was paid or nothing is missing, or there is nobody to write to
 */
export async function askForRest(actor: AccountActor, chargeId: string): Promise<{ isNew: boolean; missingFen: number }> {
  authorize(actor, 'charge.decide', null);
  return transaction(async (tx) => {
    const { companyId, state, year, amountFen, heldFen } = await lockCharge(tx, chargeId);
    const missing = state === 'open' && heldFen > 0 ? amountFen - heldFen : 0;
    const liaison = companyId && (await findFirstLiaison(tx, companyId));
    if (missing <= 0 || !liaison) throw new DomainError('invalid', { text: '这一年度没有少交，或没有登记第一联络员，不能发送通知。' });
    const messageId = await queueMessage(tx, {
      template: 'duesShort',
      phone: liaison.mobile,
      parameters: { company: liaison.company.name, year: String(year), amount: formatAmount(missing) },
      dedupeKey: `duesShort:${chargeId}:${missing}:${await today(tx)}`,
    });
    if (messageId) await recordAsked(tx, actor, chargeId, missing);
    return { isNew: messageId !== null, missingFen: missing };
  });
}

async function recordAsked(tx: Tx, actor: AccountActor, chargeId: string, missing: number): Promise<void> {
  const who = { actorId: accountIdOf(actor), actorName: actorName(actor) };
  const event = { event: 'askForRest', from: 'open', to: 'open', reason: `少交 ${formatFen(missing)}` } as const;
  await tx.chargeEvent.create({ data: { chargeId, ...event, ...who } });
  await recordAudit(tx, actor, { action: 'charge.askForRest', record: 'charge', recordId: chargeId, data: { missing } });
}
