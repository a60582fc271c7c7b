import { toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { allocate } from '../../lib/dues/allocate';
import { paidFen } from '../../lib/dues/paid';
import { transaction } from '../../lib/transaction';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';

withDatabase();

/** Charges of 3,000 yuan for each year, newest first, so that the order is the product's to find. */
async function chargesFor(years: number[]): Promise<string[]> {
  const { applicationId } = await anApplication('registered');
  const data = years.map((year) => ({
    applicationId,
    year,
    level: 'ordinaryMember' as const,
    amountFen: 300_000,
    dueOn: toColumn(`${year}-06-30`),
  }));
  const charges = await db().charge.createManyAndReturn({ data });
  return charges.map(({ id }) => id);
}

async function pay(amountFen: number, chargeIds: string[]): Promise<void> {
  await transaction(async (tx) => {
    const charges = await tx.charge.findMany({
      where: { id: { in: chargeIds } },
      include: { allocations: true },
      orderBy: { year: 'desc' },
    });
    const payment = await tx.payment.create({ data: { source: 'bank', amountFen, paidOn: toColumn('2026-11-23') } });
    await allocate(tx, payment, charges);
  });
}

async function paidByYear(chargeIds: string[]): Promise<Record<number, number>> {
  const charges = await db().charge.findMany({ where: { id: { in: chargeIds } }, include: { allocations: true } });
  return Object.fromEntries(charges.map((charge) => [charge.year, paidFen(charge)]));
}

describe('spreading a payment over charges', () => {
  it.each([
    ['all of them', 900_000, { 2024: 300_000, 2025: 300_000, 2026: 300_000 }],
    ['the oldest first', 400_000, { 2024: 300_000, 2025: 100_000, 2026: 0 }],
    ['no more than is owed: the rest stays unallocated', 1_000_000, { 2024: 300_000, 2025: 300_000, 2026: 300_000 }],
  ])('pays %s', async (_, amountFen, expected) => {
    const charges = await chargesFor([2026, 2025, 2024]);
    await pay(amountFen, charges);
    expect(await paidByYear(charges)).toEqual(expected);
  });

  it('goes on where an earlier payment stopped, fen by fen', async () => {
    const charges = await chargesFor([2025, 2024]);
    await pay(299_999, charges);
    await pay(2, charges);
    expect(await paidByYear(charges)).toEqual({ 2024: 300_000, 2025: 1 });
    await pay(600_000, charges);
    expect(await paidByYear(charges)).toEqual({ 2024: 300_000, 2025: 300_000 });
  });

  it('writes nothing for charges that are paid', async () => {
    const charges = await chargesFor([2026]);
    await pay(300_000, charges);
    await pay(300_000, charges);
    expect(await db().allocation.count({ where: { chargeId: { in: charges } } })).toBe(1);
  });
});
