import 'server-only';
import * as z from 'zod';
import type { Tx } from '../db';

const known = z.tuple([z.object({ known: z.boolean() })]);
const ids = z.array(z.object({ id: z.string() }));

/**
 * Whether a bank's number, in whatever letters, stands in another filing that was not returned, or on money that is not the
 * company's own: of its own money that nobody has filed, this is the filing. A bank gives a number once.
 */
export async function isSerialKnown(
  tx: Tx,
  { serial, companyId, filingId }: { serial: string; companyId: string; filingId?: string },
): Promise<boolean> {
  const [{ known: isKnown }] = known.parse(
    await tx.$queryRaw`
      SELECT EXISTS (SELECT 1 FROM "Filing" WHERE upper("serial") = upper(${serial}) AND "state" <> 'returned' AND "id" IS DISTINCT FROM ${filingId ?? null}::uuid)
        OR EXISTS (SELECT 1 FROM "Payment" WHERE upper("serial") = upper(${serial}) AND "refundOfId" IS NULL AND "voidedAt" IS NULL AND "companyId" <> ${companyId}::uuid) AS known`,
  );
  return isKnown;
}

/** Of these filings those whose bank's number stands in another one that was not returned, or on money that came for another. */
export async function listSameSerials(tx: Tx, filingIds: readonly string[]): Promise<Set<string>> {
  const found = ids.parse(
    await tx.$queryRaw`
      SELECT f."id"::text FROM "Filing" f WHERE f."id" = ANY(${filingIds}::uuid[]) AND f."state" <> 'returned' AND (
        EXISTS (SELECT 1 FROM "Filing" o WHERE upper(o."serial") = upper(f."serial") AND o."state" <> 'returned' AND o."id" <> f."id")
        OR EXISTS (SELECT 1 FROM "Payment" p WHERE upper(p."serial") = upper(f."serial") AND p."refundOfId" IS NULL AND p."voidedAt" IS NULL
          AND p."filingId" IS DISTINCT FROM f."id"))`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Money that was recorded under a bank's number, in whatever letters. */
export async function findPaymentBySerial(tx: Tx, serial: string) {
  const [found] = ids.parse(
    await tx.$queryRaw`SELECT "id" FROM "Payment" WHERE upper("serial") = upper(${serial}) AND "refundOfId" IS NULL AND "voidedAt" IS NULL ORDER BY "createdAt" LIMIT 1`,
  );
  return found ? tx.payment.findUnique({ where: { id: found.id }, include: { company: { select: { name: true } } } }) : null;
}
