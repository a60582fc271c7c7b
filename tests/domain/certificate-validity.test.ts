import { type ValidityFacts, validUntil } from '../../lib/certificates/validity';

const charge = (
  year: number,
  paidFen: number,
  change: Partial<ValidityFacts['charges'][number]> = {},
): ValidityFacts['charges'][number] => ({
  year,
  dueOn: `${year}-06-30`,
  amountFen: 300_000,
  state: 'open',
  allocations: paidFen ? [{ amountFen: paidFen }] : [],
  ...change,
});
const until = (charges: ValidityFacts['charges'], joinedOn = '2026-11-23') => validUntil({ joinedOn, charges }, '06-30');

describe('有效期至', () => {
  it("is the coming year's due date when the year of joining is paid: no certificate lapses in January", () => {
    expect(until([charge(2026, 300_000)])).toBe('2027-06-30');
  });

  it('is the due date of the year that is not paid yet', () => {
    expect(until([charge(2026, 300_000), charge(2027, 0)])).toBe('2027-06-30');
  });

  it('is the earliest of several unpaid years', () => {
    expect(until([charge(2028, 0), charge(2027, 0), charge(2026, 300_000)])).toBe('2027-06-30');
  });

  it('is the own due date of a charge that was raised late', () => {
    expect(until([charge(2026, 0, { dueOn: '2026-12-23' })])).toBe('2026-12-23');
  });

  it('does not move on while a year is paid in part', () => {
    expect(until([charge(2026, 299_999)])).toBe('2026-06-30');
  });

  it('counts several payments of a year together, and a refund against them', () => {
    expect(until([charge(2026, 0, { allocations: [{ amountFen: 100_000 }, { amountFen: 200_000 }] })])).toBe('2027-06-30');
    expect(until([charge(2026, 0, { allocations: [{ amountFen: 300_000 }, { amountFen: -300_000 }] })])).toBe('2026-06-30');
  });

  it('takes a waived year for settled, and a cancelled one for none', () => {
    expect(until([charge(2026, 300_000), charge(2027, 0, { state: 'waived' })])).toBe('2028-06-30');
    expect(until([charge(2026, 300_000), charge(2027, 0, { state: 'cancelled' })])).toBe('2027-06-30');
  });

  it('reaches over the years that were paid ahead', () => {
    expect(until([charge(2026, 300_000), charge(2027, 300_000), charge(2028, 300_000)])).toBe('2029-06-30');
  });

  it('is the year after joining when nothing was ever owed, and follows the setting', () => {
    expect(until([], '2026-01-05')).toBe('2027-06-30');
    expect(validUntil({ joinedOn: '2026-01-05', charges: [] }, '03-31')).toBe('2027-03-31');
  });
});
