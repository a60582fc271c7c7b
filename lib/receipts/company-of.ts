import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';

/** A receipt with the company whose dues it is for; one of an application has none yet. @throws DomainError `notFound` */
export async function companyOf(tx: Tx, receiptId: string) {
  const found = await tx.receipt.findUnique({
    where: { id: receiptId },
    include: { charges: { include: { charge: { select: { year: true, companyId: true, company: { select: { name: true } } } } } } },
  });
  const charge = found?.charges[0]?.charge;
  if (!found || !charge?.companyId) throw new DomainError('notFound');
  return {
    ...found,
    companyId: charge.companyId,
    companyName: charge.company?.name ?? found.titleName,
    years: found.charges.map((each) => each.charge.year).toSorted(),
  };
}
