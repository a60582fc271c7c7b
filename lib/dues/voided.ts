import 'server-only';
import * as z from 'zod';
import { db } from '../db';

/** 撤销到账: what of a payment had been put on a charge before it was voided, when it had come, who voided it and why. */
export type Voided = {
  id: string;
  paymentId: string;
  chargeId: string;
  amountFen: number;
  arrivedAt: Date;
  isFiled: boolean;
  at: Date;
  by: string;
  reason: string;
};

const stored = z.object({
  filingId: z.string().nullable(),
  reason: z.string(),
  paid: z.array(z.object({ chargeId: z.string(), amountFen: z.number() })),
});

/** Of a company's payments those that were voided, a line a charge. Their allocations are gone; the audit keeps them. */
export async function listVoided(companyId: string | null): Promise<Voided[]> {
  if (!companyId) return [];
  const payments = await db().payment.findMany({ where: { companyId, voidedAt: { not: null } }, select: { id: true, createdAt: true } });
  if (!payments.length) return [];
  const arrivedAt = new Map(payments.map(({ id, createdAt }) => [id, createdAt]));
  const events = await db().auditEvent.findMany({
    where: { record: 'payment', recordId: { in: [...arrivedAt.keys()] }, action: 'payment.void' },
    include: { payload: true },
  });
  return events.flatMap(({ id, recordId: paymentId, actorName: by, createdAt: at, payload }) => {
    const { data } = stored.safeParse(payload?.data);
    return (data?.paid ?? []).map(({ chargeId, amountFen }) => ({
      ...{ id: `${id}-${chargeId}`, paymentId, chargeId, amountFen, at, by },
      arrivedAt: arrivedAt.get(paymentId) ?? at,
      isFiled: data?.filingId !== null,
      reason: data?.reason ?? '',
    }));
  });
}
