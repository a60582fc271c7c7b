import 'server-only';
import * as z from 'zod';
import { db } from '../db';

/** 抵用: what of a payment's rest somebody put on another year, and when. */
export type Applied = { id: string; paymentId: string; chargeId: string; amountFen: number; by: string; at: Date };

const stored = z.object({ chargeId: z.string(), amountFen: z.number() });

/**
 * What was applied to these charges, also of payments that were voided since. An allocation alone does not tell it from money
 * that came in; the audit does.
 */
export async function listApplied(
  charges: readonly { id: string; allocations: { paymentId: string }[] }[],
  voided: readonly { paymentId: string }[],
): Promise<Applied[]> {
  const paymentIds = [...charges.flatMap(({ allocations }) => allocations), ...voided].map(({ paymentId }) => paymentId);
  if (!paymentIds.length) return [];
  const events = await db().auditEvent.findMany({
    where: { record: 'payment', recordId: { in: paymentIds }, action: 'payment.apply' },
    include: { payload: true },
  });
  return events.flatMap(({ id, recordId, actorName, createdAt, payload }) => {
    const { data } = stored.safeParse(payload?.data);
    return data && charges.some((charge) => charge.id === data.chargeId)
      ? [{ id, paymentId: recordId, ...data, by: actorName, at: createdAt }]
      : [];
  });
}
