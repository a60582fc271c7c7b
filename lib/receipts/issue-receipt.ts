import 'server-only';
import { type AccountActor, actorName } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { type Day, toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { formatFen } from '../money';
import { isUniqueViolation } from '../transaction';
import { notifyIssued } from './notify-issued';
import type { DueReceipt } from './select-due';

export type IssuedReceipt = {
  code: string;
  number: string;
  checkCode: string;
  issuedOn: Day;
  amountFen: number;
  titleName: string;
  titleUscc: string;
  fileId: string;
};

/**
 * The one place where an issued receipt enters the books, for one and for many: inside the caller's transaction, which has
 * asked the policy and locked the charges of `due`. @throws DomainError `invalid` at the field: an amount that is not the
 * charges', a title that nobody asked for, a number that was used before, a day that is to come
 */
export async function issueReceipt(
  tx: Tx,
  actor: AccountActor,
  { due, day, pace, ...receipt }: IssuedReceipt & { due: DueReceipt; day: Day; pace?: 'many' },
): Promise<string> {
  const fieldErrors = {
    ...titleError(receipt, due),
    ...amountError(receipt.amountFen, due),
    ...dayError(receipt.issuedOn, day),
    ...(await numberError(tx, receipt)),
  };
  if (Object.keys(fieldErrors).length) throw new DomainError('invalid', { fieldErrors });
  const replaced = due.replacesId && (await tx.receipt.findUnique({ where: { replacesId: due.replacesId }, select: { id: true } }));
  const { issuedOn, ...columns } = receipt;
  const { id } = await tx.receipt
    .create({
      data: {
        ...columns,
        issuedOn: toColumn(issuedOn),
        email: due.email,
        replacesId: replaced ? null : due.replacesId,
        charges: { create: due.chargeIds.map((chargeId) => ({ chargeId })) },
        events: { create: { event: 'issue', to: 'issued', actorId: actor.id, actorName: actorName(actor) } },
      },
      select: { id: true },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('invalid', { fieldErrors: { number: USED } });
      throw error;
    });
  const { code, number, amountFen, titleName } = receipt;
  const data = { code, number, amountFen, titleName, chargeIds: due.chargeIds, replaces: due.replacesId ?? '' };
  await recordAudit(tx, actor, { action: 'receipt.issue', record: 'receipt', recordId: id, data });
  const { companyId, companyName, years, email, mobile } = due;
  await notifyIssued(tx, { receiptId: id, companyId, companyName, titleName, years, email, mobile }, '', pace);
  return id;
}

export const USED = '这张票据已经登记过，请核对票据代码和号码';

type Title = { titleName: string; titleUscc: string };

/** A receipt is made out to whom the member named; the code may also be the company's own. */
export function titleError({ titleName, titleUscc }: Title, due: Title & { companyUscc: string }): Record<string, string> {
  return {
    ...(titleName && titleName !== due.titleName && { titleName: `抬头应为“${due.titleName}”` }),
    ...(titleUscc && titleUscc !== due.titleUscc && titleUscc !== due.companyUscc && { titleUscc: `税号应为 ${due.titleUscc}` }),
  };
}

export function amountError(amountFen: number, due: { amountFen: number }): Record<string, string> {
  return amountFen === due.amountFen ? {} : { amount: `所选会费共 ${formatFen(due.amountFen)}，票据金额应与它相同` };
}

function dayError(issuedOn: Day, today: Day): Record<string, string> {
  return issuedOn > today ? { issuedOn: '开票日期不能晚于今天' } : {};
}

/** A number is of one receipt, be it a red one. */
async function numberError(tx: Tx, { code, number }: { code: string; number: string }): Promise<Record<string, string>> {
  return (await isUsed(tx, code, number)) ? { number: USED } : {};
}

export async function isUsed(tx: Tx, code: string, number: string): Promise<boolean> {
  return (
    (await tx.receipt.count({
      where: {
        OR: [
          { code, number },
          { redCode: code, redNumber: number },
        ],
      },
    })) > 0
  );
}
