import { type ChargeFacts, duesStatusOf, viewDuesRow } from '../../lib/dues/views';
import type { ChargeState, FilingState } from '../../lib/generated/prisma/enums';

type Row = { state?: ChargeState; filings?: FilingState[]; money?: number[]; receipts?: number };

const charge = ({ state = 'open', filings = [], money = [], receipts = 0 }: Row): ChargeFacts => ({
  state,
  amountFen: 300_000,
  allocations: money.map((amountFen) => ({ amountFen })),
  filings: filings.map((filing) => ({ filing: { state: filing } })),
  receipts: Array.from({ length: receipts }, () => ({})),
});

describe('状态, 业务状态 and 是否开票 of a year (product 6)', () => {
  it.each<[string, Row, ReturnType<typeof duesStatusOf>]>([
    ['raised', {}, { status: 'unpaid', business: 'none', receipted: false }],
    ['filing submitted', { filings: ['pending'] }, { status: 'unpaid', business: 'pending', receipted: false }],
    ['filing returned', { filings: ['returned'] }, { status: 'unpaid', business: 'returned', receipted: false }],
    ['filed anew after a return', { filings: ['returned', 'pending'] }, { status: 'unpaid', business: 'pending', receipted: false }],
    ['confirmed', { filings: ['confirmed'], money: [300_000] }, { status: 'paid', business: 'confirmed', receipted: false }],
    [
      'confirmed in two transfers',
      { filings: ['confirmed', 'confirmed'], money: [100_000, 200_000] },
      { status: 'paid', business: 'confirmed', receipted: false },
    ],
    ['paid online', { money: [300_000] }, { status: 'paid', business: 'confirmed', receipted: false }],
    [
      'confirmed one fen short',
      { filings: ['confirmed'], money: [299_999] },
      { status: 'unpaid', business: 'confirmed', receipted: false },
    ],
    [
      'receipt recorded',
      { filings: ['confirmed'], money: [300_000], receipts: 1 },
      { status: 'paid', business: 'confirmed', receipted: true },
    ],
    ['waived', { state: 'waived' }, { status: 'waived', business: 'none', receipted: false }],
    [
      'to refund, confirmed',
      { state: 'cancelled', filings: ['confirmed'], money: [300_000] },
      { status: 'toRefund', business: 'confirmed', receipted: false },
    ],
    [
      'to refund, said to be on its way',
      { state: 'cancelled', filings: ['pending'] },
      { status: 'toRefund', business: 'pending', receipted: false },
    ],
    [
      'to refund in part',
      { state: 'cancelled', filings: ['confirmed'], money: [300_000, -100_000] },
      { status: 'toRefund', business: 'confirmed', receipted: false },
    ],
    [
      'refunded',
      { state: 'cancelled', filings: ['confirmed'], money: [300_000, -300_000] },
      { status: 'refunded', business: 'confirmed', receipted: false },
    ],
    [
      'cancelled, nothing came',
      { state: 'cancelled', filings: ['returned'] },
      { status: 'cancelled', business: 'returned', receipted: false },
    ],
    ['cancelled, nothing filed', { state: 'cancelled' }, { status: 'cancelled', business: 'none', receipted: false }],
    ['refunded while open', { money: [300_000, -300_000] }, { status: 'unpaid', business: 'none', receipted: false }],
  ])('%s', (_, row, expected) => {
    expect(duesStatusOf(charge(row))).toEqual(expected);
  });

  it('are the columns of the yearly row, with 交费方式 only once something was filed', () => {
    const row = { ...charge({}), id: 'c', year: 2026, dueOn: new Date('2026-06-30T00:00:00Z') };
    expect(viewDuesRow(row)).toEqual({
      id: 'c',
      year: 2026,
      amountFen: 300_000,
      dueOn: '2026-06-30',
      method: null,
      status: 'unpaid',
      business: 'none',
      receipted: false,
    });
    expect(viewDuesRow({ ...row, ...charge({ filings: ['pending'] }) })).toMatchObject({ method: 'bank' });
  });
});
