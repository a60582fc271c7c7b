import { awaitsReceipt, type ChargeFacts, duesStatusOf, isPayable, viewDuesRow } from '../../lib/dues/views';
import type { ChargeState, FilingState } from '../../lib/generated/prisma/enums';

type Row = { state?: ChargeState; filings?: FilingState[]; money?: number[]; receipts?: number; unfiled?: true; online?: true };

const charge = ({ state = 'open', filings = [], money = [], receipts = 0, unfiled, online }: Row): ChargeFacts => ({
  state,
  amountFen: 300_000,
  allocations: money.map((amountFen) => ({
    amountFen,
    payment: { source: online ? 'online' : 'manual', awaitsFiling: unfiled === true },
  })),
  filings: filings.map((filing) => ({ filing: { state: filing } })),
  receipts: Array.from({ length: receipts }, () => ({ receipt: { state: 'issued', fileId: null } })),
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
    ['paid online', { money: [300_000], online: true }, { status: 'paid', business: 'confirmed', receipted: false }],
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
    [
      'money without a filing (到款未登记)',
      { money: [300_000], unfiled: true },
      { status: 'unpaid', business: 'unfiled', receipted: false },
    ],
    ['money without a filing, short', { money: [100_000], unfiled: true }, { status: 'unpaid', business: 'unfiled', receipted: false }],
    [
      'paid short, and filed again for the rest',
      { filings: ['confirmed', 'pending'], money: [299_900] },
      { status: 'unpaid', business: 'pending', receipted: false },
    ],
    [
      'the rest waived',
      { state: 'waived', filings: ['confirmed'], money: [299_900] },
      { status: 'paid', business: 'confirmed', receipted: false },
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
    const row = { ...charge({}), id: 'c', year: 2026, kind: 'standard' as const, dueOn: new Date('2026-06-30T00:00:00Z') };
    expect(viewDuesRow(row)).toEqual({
      id: 'c',
      year: 2026,
      kind: 'standard',
      amountFen: 300_000,
      openFen: 300_000,
      dueOn: '2026-06-30',
      method: null,
      status: 'unpaid',
      business: 'none',
      receipted: false,
      receipt: null,
    });
    expect(viewDuesRow({ ...row, ...charge({ filings: ['pending'] }) })).toMatchObject({ method: 'bank' });
    expect(viewDuesRow({ ...row, ...charge({ money: [300_000], online: true }) })).toMatchObject({ method: 'online', openFen: 0 });
    expect(viewDuesRow({ ...row, ...charge({ state: 'waived', money: [299_900] }) })).toMatchObject({ openFen: 0 });
  });

  it.each<[string, Row, boolean]>([
    ['nothing paid', {}, false],
    ['filed and waiting', { filings: ['pending'] }, true],
    ['paid', { filings: ['confirmed'], money: [300_000] }, true],
    ['receipt recorded', { filings: ['confirmed'], money: [300_000], receipts: 1 }, false],
    ['to refund', { state: 'cancelled', filings: ['confirmed'], money: [300_000] }, false],
    ['refunded', { state: 'cancelled', filings: ['confirmed'], money: [300_000, -300_000] }, false],
  ])('promise a receipt only of what the association keeps: %s', (_, row, expected) => {
    expect(awaitsReceipt(duesStatusOf(charge(row)))).toBe(expected);
  });

  it.each<[string, Row, boolean]>([
    ['nothing paid', {}, true],
    ['filed and waiting', { filings: ['pending'] }, false],
    ['returned', { filings: ['returned'] }, true],
    ['paid', { filings: ['confirmed'], money: [300_000] }, false],
    ['paid short', { filings: ['confirmed'], money: [299_999] }, true],
    ['paid short, the rest filed', { filings: ['confirmed', 'pending'], money: [299_999] }, false],
    ['money without a filing', { money: [300_000], unfiled: true }, true],
    ['waived', { state: 'waived' }, false],
    ['cancelled', { state: 'cancelled' }, false],
  ])('say whether 交费 is offered: %s', (_, row, expected) => {
    const charged = { ...charge(row), id: 'c', year: 2026, kind: 'standard' as const, dueOn: new Date('2026-06-30T00:00:00Z') };
    expect(isPayable(viewDuesRow(charged))).toBe(expected);
  });
});
