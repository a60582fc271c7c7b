import { db } from '../../lib/db';
import { paidFen } from '../../lib/dues/paid';
import { chargeFacts, duesStatusOf } from '../../lib/dues/views';

/** What an application owes, with the status that its applicant and staff see. */
export async function duesOf(applicationId: string) {
  const charges = await db().charge.findMany({
    where: { applicationId },
    include: { ...chargeFacts, allocations: { include: { payment: true } } },
    orderBy: { year: 'asc' },
  });
  return charges.map((charge) => ({ ...charge, ...duesStatusOf(charge), paidFen: paidFen(charge) }));
}
