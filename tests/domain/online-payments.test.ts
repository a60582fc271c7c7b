import { getCashierOrder, payAtCashier } from '../../lib/cashier/pay-at-cashier';
import { now } from '../../lib/clock';
import { dayInShanghai, toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { approveRefund, payRefund, requestRefund } from '../../lib/dues/refund-dues';
import { viewDuesRow } from '../../lib/dues/views';
import { getOnlineOrder, listDifferences } from '../../lib/online-payments/queries';
import { receiveNotice } from '../../lib/online-payments/receive-notice';
import { reconcileBills } from '../../lib/online-payments/reconcile-bill';
import { resolveDifference } from '../../lib/online-payments/resolve-difference';
import { sendRefund } from '../../lib/online-payments/send-refund';
import { settleTrade } from '../../lib/online-payments/settle-trade';
import { startOnlinePayment } from '../../lib/online-payments/start-online-payment';
import { onlineOrderStates, onlineOrderTransitions } from '../../lib/online-payments/states';
import { sweepOrders } from '../../lib/online-payments/sweep-orders';
import { cashierNotice, embeddedPayment } from '../../lib/providers/payment/embedded-payment';
import type { Trade } from '../../lib/providers/payment/payment-provider';
import { changeSetting } from '../../lib/settings/change-setting';
import { aPlainMember } from '../support/companies';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';

withDatabase();

const provider = { name: 'embedded', label: '演示收银台' } as const;

/** A member that owes `count` years of 3,000 yuan, and what it says when it pays them online. */
async function aDebtor(count = 1) {
  const { companyId, first, answers } = await aPlainMember();
  const years = Array.from({ length: count }, (_, n) => 2001 + n);
  for (const each of years) {
    await db().charge.create({
      data: { companyId, year: each, level: 'ordinaryMember', amountFen: 300_000, dueOn: toColumn(`${each}-06-30`) },
    });
  }
  const title = { titleName: answers.name, titleUscc: answers.uscc, person: '张建国', mobile: first.phone, email: '1@qq.com' };
  return { companyId, actor: first, years, start: { companyId, years: years.map(String), key: 'k', ...title } };
}

const numberOf = (url: string) => url.split('/').at(-1) ?? '';

async function anOrder(count = 1) {
  const debtor = await aDebtor(count);
  const { url } = await startOnlinePayment(debtor.actor, debtor.start);
  return { ...debtor, orderNumber: numberOf(url) };
}

/** Pays at the cashier, whose notice is on its way. */
async function pay(orderNumber: string): Promise<string> {
  await payAtCashier(orderNumber, 'never');
  return cashierNotice(await db().cashierTrade.findUniqueOrThrow({ where: { orderNumber } }));
}

async function moneyOf(companyId: string) {
  const charges = await db().charge.findMany({
    where: { companyId, year: { lt: 2020 } },
    include: {
      allocations: { include: { payment: true } },
      filings: { include: { filing: true } },
      receipts: { include: { receipt: true } },
    },
    orderBy: { year: 'asc' },
  });
  const payments = await db().payment.findMany({ where: { companyId, source: 'online' } });
  return {
    rows: charges.map(viewDuesRow),
    payments,
    filings: [...new Map(charges.flatMap((one) => one.filings).map(({ filing }) => [filing.id, filing])).values()],
  };
}

const paidTrade = (orderNumber: string, change: Partial<Trade> = {}): Trade => ({
  orderNumber,
  tradeNumber: `T${orderNumber}`,
  state: 'paid',
  amountFen: 300_000,
  paidAt: new Date('2026-11-25T02:00:00Z'),
  ...change,
});

describe('paying online', () => {
  it('leads to the cashier with what is open, and the notice makes it paid: payment, filing and receipt queue', async () => {
    const { companyId, orderNumber, years } = await anOrder(2);
    expect(await getCashierOrder(orderNumber)).toMatchObject({ amountFen: 600_000, subject: `${years.join('、')} 年度会费`, isOpen: true });
    expect(await receiveNotice('embedded', await pay(orderNumber))).toBe('success');
    const { rows, payments, filings } = await moneyOf(companyId);
    expect(rows).toMatchObject(years.map((each) => ({ year: each, status: 'paid', business: 'confirmed', method: 'online', openFen: 0 })));
    expect(payments).toMatchObject([{ amountFen: 600_000, leftFen: 0, providerNumber: expect.stringMatching(/^embedded:C/) }]);
    expect(filings).toMatchObject([{ state: 'confirmed', person: '张建国', email: '1@qq.com', payer: '演示收银台', amountFen: 600_000 }]);
  });

  it('asks for what is still open of a year that was paid in part', async () => {
    const { companyId, actor, start } = await aDebtor();
    const charge = await db().charge.findFirstOrThrow({ where: { companyId, year: { lt: 2020 } } });
    const part = await db().payment.create({ data: { source: 'bank', companyId, amountFen: 290_000, paidOn: toColumn('2026-01-01') } });
    await db().allocation.create({ data: { paymentId: part.id, chargeId: charge.id, amountFen: 290_000 } });
    const { url } = await startOnlinePayment(actor, start);
    expect(await getCashierOrder(numberOf(url))).toMatchObject({ amountFen: 10_000 });
  });

  it('opens one order by a second click, and by a second start for the same dues', async () => {
    const { actor, start } = await aDebtor();
    const [one, two] = await Promise.all([startOnlinePayment(actor, start), startOnlinePayment(actor, start)]);
    const three = await startOnlinePayment(actor, { ...start, key: 'another', email: '2@qq.com' });
    expect([two.url, three.url]).toEqual([one.url, one.url]);
    expect(await db().onlineOrder.findUnique({ where: { orderNumber: numberOf(one.url) } })).toMatchObject({ email: '2@qq.com' });
  });

  it('is not for somebody else’s company, nor for years that owe nothing', async () => {
    const { actor, start } = await aDebtor();
    await expect(startOnlinePayment(await anApplicant(), start)).rejects.toMatchObject({ code: 'notFound' });
    await expect(startOnlinePayment(actor, { ...start, years: ['1999'] })).rejects.toMatchObject({ code: 'notEditable' });
  });

  it('shows its result to its own member only', async () => {
    const { actor, orderNumber } = await anOrder();
    expect(await getOnlineOrder(actor, orderNumber)).toMatchObject({ state: 'open' });
    await expect(getOnlineOrder(await anApplicant(), orderNumber)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a notice', () => {
  it('has its effect once, also fifty times at the same moment', async () => {
    const { companyId, orderNumber } = await anOrder();
    const notice = await pay(orderNumber);
    const answers = await Promise.all(Array.from({ length: 50 }, () => receiveNotice('embedded', notice)));
    expect(new Set(answers)).toEqual(new Set(['success']));
    const { payments, filings } = await moneyOf(companyId);
    expect([payments.length, filings.length]).toEqual([1, 1]);
  });

  it('that is forged has no effect at all, and is not called taken', async () => {
    const { companyId, orderNumber } = await anOrder();
    const forged = new URLSearchParams(await pay(orderNumber));
    forged.set('amountFen', '1');
    expect(await receiveNotice('embedded', forged.toString())).toBeNull();
    expect((await moneyOf(companyId)).payments).toEqual([]);
    expect(await db().paymentDifference.count({ where: { orderNumber } })).toBe(0);
  });

  it('of a provider that is not configured does not exist', async () => {
    await expect(receiveNotice('alipay', '')).rejects.toMatchObject({ code: 'notFound' });
  });

  it.each([
    ['another amount', 'amount', (number: string) => paidTrade(number, { amountFen: 299_999 })],
    ['an order that nobody opened', 'unknownOrder', (number: string) => paidTrade(`X${number}`)],
  ] as const)('with %s makes no money of ours, but a line for finance, once', async (_, kind, tradeOf) => {
    const { companyId, orderNumber } = await anOrder();
    const trade = tradeOf(orderNumber);
    for (let turn = 0; turn < 3; turn++) await settleTrade(provider, trade);
    expect((await moneyOf(companyId)).payments).toEqual([]);
    const lines = (await listDifferences(await staffWith('finance'))).filter((line) => line.orderNumber === trade.orderNumber);
    expect(lines).toMatchObject([{ kind, actualFen: trade.amountFen, resolution: null }]);
  });

  it('of a second trade for an order that is paid is a line for finance', async () => {
    const { companyId, orderNumber } = await anOrder();
    await settleTrade(provider, paidTrade(orderNumber));
    await settleTrade(provider, paidTrade(orderNumber, { tradeNumber: 'T2' }));
    expect((await moneyOf(companyId)).payments).toHaveLength(1);
    expect(await db().paymentDifference.findMany({ where: { orderNumber } })).toMatchObject([{ kind: 'secondTrade', tradeNumber: 'T2' }]);
  });

  it('that comes out of order, or after a refund, never takes back that it was paid', async () => {
    const { companyId, orderNumber } = await anOrder();
    await settleTrade(provider, paidTrade(orderNumber, { state: 'waiting', paidAt: null }));
    await settleTrade(provider, paidTrade(orderNumber));
    await settleTrade(provider, paidTrade(orderNumber, { state: 'waiting' }));
    await settleTrade(provider, paidTrade(orderNumber, { state: 'closed' }));
    await settleTrade(provider, paidTrade(orderNumber));
    expect((await moneyOf(companyId)).payments).toHaveLength(1);
    expect(await db().onlineOrder.findUnique({ where: { orderNumber } })).toMatchObject({ state: 'paid' });
  });

  it('of money for an order that we had given up is believed', async () => {
    const { companyId, orderNumber } = await anOrder();
    await settleTrade(provider, paidTrade(orderNumber, { state: 'closed', paidAt: null }));
    await settleTrade(provider, paidTrade(orderNumber));
    expect((await moneyOf(companyId)).rows).toMatchObject([{ status: 'paid' }]);
  });

  it('of money for a year that was paid by bank meanwhile shows as too much, not as lost', async () => {
    const { companyId, orderNumber } = await anOrder();
    const charge = await db().charge.findFirstOrThrow({ where: { companyId, year: { lt: 2020 } } });
    const bank = await db().payment.create({ data: { source: 'bank', companyId, amountFen: 300_000, paidOn: toColumn('2026-01-01') } });
    await db().allocation.create({ data: { paymentId: bank.id, chargeId: charge.id, amountFen: 300_000 } });
    await settleTrade(provider, paidTrade(orderNumber));
    expect((await moneyOf(companyId)).payments).toMatchObject([{ amountFen: 300_000, leftFen: 300_000 }]);
  });
});

describe('when no notice comes', () => {
  it('the page to which the payer returns asks for itself', async () => {
    const { actor, orderNumber } = await anOrder();
    await payAtCashier(orderNumber, 'never');
    expect(await getOnlineOrder(actor, orderNumber)).toMatchObject({ state: 'paid' });
  });

  it('the sweeper finds what was paid, and closes what never will be', async () => {
    const [paid, unpaid] = [await anOrder(), await anOrder()];
    await payAtCashier(paid.orderNumber, 'never');
    const long = new Date((await now()).getTime() - 60_000);
    await db().cashierTrade.update({ where: { orderNumber: unpaid.orderNumber }, data: { endsAt: long } });
    await db().onlineOrder.updateMany({ where: { state: 'open' }, data: { createdAt: new Date(Date.now() - 600_000), endsAt: long } });
    await sweepOrders();
    expect(await db().onlineOrder.findUnique({ where: { orderNumber: paid.orderNumber } })).toMatchObject({ state: 'paid' });
    expect(await db().onlineOrder.findUnique({ where: { orderNumber: unpaid.orderNumber } })).toMatchObject({ state: 'closed' });
  });

  it('a payment that failed leaves nothing but a closed order, and the same dues can be paid anew', async () => {
    const { actor, start, orderNumber, companyId } = await anOrder();
    await payAtCashier(orderNumber, 'fail');
    expect(await getOnlineOrder(actor, orderNumber)).toMatchObject({ state: 'closed' });
    const { url } = await startOnlinePayment(actor, { ...start, key: 'again' });
    expect(numberOf(url)).not.toBe(orderNumber);
    expect((await moneyOf(companyId)).payments).toEqual([]);
  });
});

describe('the cashier', () => {
  it.each([
    ['pay', 1],
    ['late', 1],
    ['twice', 2],
    ['never', 0],
    ['fail', 0],
  ] as const)('by %s sends %d notices', async (manner, count) => {
    const { orderNumber } = await anOrder();
    await payAtCashier(orderNumber, manner);
    const jobs = await db().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM graphile_worker._private_jobs WHERE payload->>'orderNumber' = ${orderNumber}`;
    expect(Number(jobs[0]?.count)).toBe(count);
  });
});

describe('giving money back that was paid online', () => {
  it('asks the provider under one number however often, and only then is it given back in our books', async () => {
    const { companyId, orderNumber } = await anOrder();
    await receiveNotice('embedded', await pay(orderNumber));
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 0 });
    const [finance, overseer] = [await staffWith('finance'), await staffWith('overseer')];
    const payment = await db().payment.findFirstOrThrow({ where: { companyId, source: 'online' } });
    const charge = await db().charge.findFirstOrThrow({ where: { companyId, year: { lt: 2020 } } });
    await db().charge.update({ where: { id: charge.id }, data: { state: 'cancelled', reason: '退会' } });
    const fresh = { ...finance, freshFactor: true };
    const { refundId } = await requestRefund(fresh, {
      paymentId: payment.id,
      chargeId: charge.id,
      amountFen: 300_000,
      reason: '退会',
      key: 'k',
    });
    await sendRefund(refundId); // nothing goes before it is agreed to
    expect(await db().cashierRefund.count({ where: { orderNumber } })).toBe(0);
    await approveRefund({ ...overseer, freshFactor: true }, refundId);
    await expect(payRefund(fresh, { refundId, paidOn: '2026-11-25', serial: 'X' })).rejects.toMatchObject({ code: 'alreadyDecided' });
    await sendRefund(refundId);
    await sendRefund(refundId);
    expect(await db().cashierRefund.findMany({ where: { orderNumber } })).toMatchObject([
      { amountFen: 300_000, refundNumber: refundId.replaceAll('-', '') },
    ]);
    expect((await moneyOf(companyId)).rows).toMatchObject([{ status: 'refunded' }]);
  });
});

describe('the bill of a day', () => {
  const day = '2026-10-10';
  const at = new Date(`${day}T10:00:00+08:00`);
  const billed = (orderNumber: string, change: object = {}) =>
    db().cashierTrade.update({ where: { orderNumber }, data: { state: 'paid', paidAt: at, ...change } });

  beforeEach(async () => {
    await db().cashierTrade.updateMany({ data: { paidAt: new Date('2020-01-01T00:00:00Z') } });
    await db().payment.updateMany({ where: { source: 'online' }, data: { paidOn: toColumn('2020-01-01') } });
    await db().billedDay.deleteMany({});
  });

  async function reconcile(): Promise<void> {
    const { shiftClock } = await import('../../lib/clock');
    shiftClock(new Date(`${day}T12:00:00+08:00`).getTime() + 86_400_000 - Date.now());
    await reconcileBills();
  }

  it('that agrees makes no line, is compared once, and settles what no notice told', async () => {
    const { companyId, orderNumber } = await anOrder();
    await billed(orderNumber);
    await reconcile();
    expect((await moneyOf(companyId)).rows).toMatchObject([{ status: 'paid' }]);
    expect(await db().paymentDifference.count({ where: { orderNumber } })).toBe(0);
    expect(await db().billedDay.count({ where: { day: toColumn(day) } })).toBe(1);
    expect(dayInShanghai(at)).toBe(day);
  });

  it('with money that we never heard of, and without money that we have, makes a line of each', async () => {
    const [ours, theirs] = [await anOrder(), await anOrder()];
    await settleTrade(provider, paidTrade(ours.orderNumber, { paidAt: at }));
    await db().onlineOrderCharge.deleteMany({ where: { order: { orderNumber: theirs.orderNumber } } });
    await db().onlineOrderEvent.deleteMany({ where: { order: { orderNumber: theirs.orderNumber } } });
    await db().onlineOrder.delete({ where: { orderNumber: theirs.orderNumber } });
    await billed(theirs.orderNumber);
    await reconcile();
    const kinds = await db().paymentDifference.findMany({
      where: { orderNumber: { in: [ours.orderNumber, theirs.orderNumber] } },
      orderBy: { kind: 'asc' },
    });
    expect(kinds.map(({ kind, orderNumber }) => [kind, orderNumber])).toEqual([
      ['unknownOrder', theirs.orderNumber],
      ['notOnBill', ours.orderNumber],
    ]);
  });

  it('with a refund that was made past this system makes a line', async () => {
    const { orderNumber } = await anOrder();
    await receiveNotice('embedded', await pay(orderNumber));
    await embeddedPayment().refund({ orderNumber, amountFen: 100, reason: '', refundNumber: 'BYHAND' });
    await db().cashierRefund.update({ where: { refundNumber: 'BYHAND' }, data: { createdAt: at } });
    await reconcile();
    expect(await db().paymentDifference.findMany({ where: { orderNumber } })).toMatchObject([{ kind: 'unknownRefund', actualFen: -100 }]);
  });
});

describe('a difference', () => {
  it('is resolved by finance with words, once', async () => {
    await settleTrade(provider, paidTrade('HF00000000'));
    const finance = await staffWith('finance');
    const line = (await listDifferences(finance)).find(({ orderNumber }) => orderNumber === 'HF00000000');
    const resolve = (actor: typeof finance) => resolveDifference(actor, { differenceId: line?.id ?? '', resolution: '已在支付方后台退回' });
    await expect(resolve(await staffWith('overseer'))).rejects.toMatchObject({ code: 'forbidden' });
    await resolve(finance);
    await expect(resolve(finance)).rejects.toMatchObject({ code: 'alreadyDecided' });
  });
});

it('an order’s states lead where they say: paid is for good', () => {
  expect(onlineOrderStates).toEqual(['open', 'paid', 'closed']);
  expect(onlineOrderTransitions.map(({ from, event, to }) => `${from} –${event}→ ${to}`)).toEqual([
    'open –pay→ paid',
    'closed –pay→ paid',
    'open –close→ closed',
  ]);
});
