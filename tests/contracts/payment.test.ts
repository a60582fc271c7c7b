import { db } from '../../lib/db';
import { alipayPayment } from '../../lib/providers/payment/alipay-payment';
import { cashierNotice, embeddedPayment } from '../../lib/providers/payment/embedded-payment';
import { type PaymentProvider, PaymentUnavailable } from '../../lib/providers/payment/payment-provider';
import { withDatabase } from '../support/database';
import { APP_ID, alipayNotice, billLine, FakeAlipay, ours, pkcs8, SELLER_ID, spki, strangers, theirs } from '../support/fake-alipay';

withDatabase();

const urls = { returnUrl: 'http://localhost:3000/dues', notifyUrl: 'http://localhost:3000/api/payments/notify' };
const gateway = new FakeAlipay();
let address = '';
beforeAll(async () => {
  address = await gateway.listen();
});
afterAll(() => gateway.stop());
afterEach(() => {
  gateway.mood = 'well';
});

const alipay = (timeout = 3000) =>
  alipayPayment({
    gateway: address,
    appId: APP_ID,
    privateKey: pkcs8(ours.privateKey),
    alipayPublicKey: spki(theirs.publicKey),
    sellerId: SELLER_ID,
    timeout,
  });

let count = 0;
const newOrder = (amountFen = 300_000) => ({ orderNumber: `D2026T${++count}`, amountFen, subject: '2026 年度会费', minutes: 30 });

/** Pays as a person would on the provider's page, and answers with the notice that follows. */
const providers: Record<string, { provider: () => PaymentProvider; pay: (orderNumber: string, checkoutUrl: string) => Promise<string> }> = {
  'the demo’s cashier': {
    provider: embeddedPayment,
    pay: async (orderNumber) =>
      cashierNotice(
        await db().cashierTrade.update({ where: { orderNumber }, data: { state: 'paid', paidAt: new Date('2026-11-25T02:00:00Z') } }),
      ),
  },
  Alipay: { provider: () => alipay(), pay: async (_, checkoutUrl) => alipayNotice(gateway.pay(checkoutUrl)) },
};

describe.each(Object.entries(providers))('paying by %s', (_name, { provider, pay }) => {
  it('leads the payer to a page, and until then knows nothing of the order', async () => {
    const order = newOrder();
    expect(await provider().query(order.orderNumber)).toBeNull();
    expect(await provider().checkout(order, urls)).toMatch(/^https?:\/\//);
  });

  it('tells of the money in a notice, and the same when asked', async () => {
    const order = newOrder(1_000_001);
    const notice = provider().readNotice(await pay(order.orderNumber, await provider().checkout(order, urls)));
    const paid = {
      orderNumber: order.orderNumber,
      tradeNumber: expect.any(String),
      state: 'paid',
      amountFen: 1_000_001,
      paidAt: new Date('2026-11-25T02:00:00Z'),
    };
    expect(notice).toEqual(paid);
    expect(await provider().query(order.orderNumber)).toEqual({ ...paid, tradeNumber: notice?.tradeNumber });
  });

  it.each(['amountFen', 'total_amount', 'orderNumber', 'out_trade_no', 'trade_no', 'tradeNumber', 'extra'])(
    'believes no notice whose %s was changed or added',
    async (field) => {
      const order = newOrder();
      const body = new URLSearchParams(await pay(order.orderNumber, await provider().checkout(order, urls)));
      body.set(field, '1');
      expect(provider().readNotice(body.toString())).toBeNull();
    },
  );

  it.each(['', 'sign=', '%', '{"sign":1}', 'sign_type=RSA2&sign=AAAA'])('believes nothing that is no notice: %j', (body) => {
    expect(provider().readNotice(body)).toBeNull();
  });

  it('pays back in parts, the same number once, and never more than was paid', async () => {
    const order = newOrder();
    await pay(order.orderNumber, await provider().checkout(order, urls));
    const refund = { orderNumber: order.orderNumber, reason: '多交' };
    expect(await provider().refund({ ...refund, amountFen: 100_000, refundNumber: `${order.orderNumber}R1` })).toBe(true);
    expect(await provider().refund({ ...refund, amountFen: 100_000, refundNumber: `${order.orderNumber}R1` })).toBe(true);
    await expect(provider().refund({ ...refund, amountFen: 200_001, refundNumber: `${order.orderNumber}R2` })).rejects.toThrow(
      PaymentUnavailable,
    );
    expect(await provider().refund({ ...refund, amountFen: 200_000, refundNumber: `${order.orderNumber}R3` })).toBe(true);
    expect((await provider().query(order.orderNumber))?.state).toBe('closed');
  });

  it('pays nothing back that it never took', async () => {
    const refund = { orderNumber: 'D2026NONE', amountFen: 1, reason: '', refundNumber: 'R' };
    await expect(provider().refund(refund)).rejects.toThrow(PaymentUnavailable);
  });

  it('has no bill of a day that is not over', async () => {
    expect(await provider().listBill('2999-01-01')).toBeNull();
  });
});

describe('the demo’s cashier', () => {
  it('takes nothing for an order after its time', async () => {
    const order = newOrder();
    await embeddedPayment().checkout(order, urls);
    await db().cashierTrade.update({ where: { orderNumber: order.orderNumber }, data: { endsAt: new Date(0) } });
    expect((await embeddedPayment().query(order.orderNumber))?.state).toBe('closed');
  });

  it('bills payments and refunds on the days they were made in Beijing', async () => {
    const order = newOrder();
    await embeddedPayment().checkout(order, urls);
    await db().cashierTrade.update({
      where: { orderNumber: order.orderNumber },
      data: { state: 'paid', paidAt: new Date('2020-05-01T16:30:00Z') },
    });
    expect(await embeddedPayment().listBill('2020-05-01')).toEqual([]);
    expect(await embeddedPayment().listBill('2020-05-02')).toMatchObject([
      { orderNumber: order.orderNumber, amountFen: 300_000, refundNumber: '' },
    ]);
  });
});

describe('Alipay', () => {
  it('is asked for exactly this order, with the amount in yuan, in an address without a script', async () => {
    const order = newOrder(1_000_050);
    const url = new URL(await alipay().checkout(order, urls));
    expect(url.searchParams.get('sign_type')).toBe('RSA2');
    expect(url.searchParams.get('notify_url')).toBe(urls.notifyUrl);
    expect(JSON.parse(url.searchParams.get('biz_content') ?? '')).toMatchObject({
      out_trade_no: order.orderNumber,
      total_amount: '10000.50',
      product_code: 'FAST_INSTANT_TRADE_PAY',
      timeout_express: '30m',
    });
  });

  const paid = async () => gateway.pay(await alipay().checkout(newOrder(), urls));

  it.each([
    ['another app', { app_id: '2021000000000002' }, {}],
    ['another seller', { seller_id: '2088000000000002' }, {}],
    ['no seller', { seller_id: '' }, {}],
    ['a status of which nobody has heard', { trade_status: 'TRADE_SOON' }, {}],
    ['an amount that is none', { total_amount: '3,000' }, { total_amount: '-3000.00' }],
  ])('is not believed about %s', async (_what, change, forged) => {
    expect(alipay().readNotice(alipayNotice(await paid(), change, { forged }))).toBeNull();
  });

  it('is not believed with the weaker signature, though it is a right one', async () => {
    expect(alipay().readNotice(alipayNotice(await paid(), {}, { signType: 'RSA' }))).toBeNull();
  });

  it('is not believed when a stranger signs', async () => {
    expect(alipay().readNotice(alipayNotice(await paid(), {}, { key: strangers.privateKey }))).toBeNull();
  });

  it.each([
    ['WAIT_BUYER_PAY', 'waiting'],
    ['TRADE_FINISHED', 'paid'],
    ['TRADE_CLOSED', 'closed'],
  ])('tells of %s as %s', async (status, state) => {
    expect(alipay().readNotice(alipayNotice(await paid(), { trade_status: status }))).toMatchObject({ state });
  });

  it.each(['forge', 'silent', 'down'] as const)(
    'that answers badly (%s) is not believed, and says nothing of the request',
    async (mood) => {
      const trade = await paid();
      gateway.mood = mood;
      const asked = alipay(300).query(trade.orderNumber);
      await expect(asked).rejects.toThrow(PaymentUnavailable);
      await expect(asked).rejects.not.toThrow(/sign|MII|biz_content/);
    },
  );

  it('says of a refund that is under way that it does not know yet', async () => {
    const trade = await paid();
    gateway.mood = 'slowRefunds';
    expect(await alipay().refund({ orderNumber: trade.orderNumber, amountFen: 1, reason: '', refundNumber: 'R1' })).toBe(false);
  });

  it('bills payments and refunds in GBK, in a zip', async () => {
    gateway.bills.set('2026-11-25', [
      billLine({ orderNumber: 'D1', tradeNumber: '20261125001', amount: '3000.00' }),
      billLine({ orderNumber: 'D1', tradeNumber: '20261125001', amount: '-100.50', refundNumber: 'R1' }),
    ]);
    expect(await alipay().listBill('2026-11-25')).toEqual([
      { orderNumber: 'D1', tradeNumber: '20261125001', amountFen: 300_000, refundNumber: '' },
      { orderNumber: 'D1', tradeNumber: '20261125001', amountFen: -10_050, refundNumber: 'R1' },
    ]);
  });

  it('needs its public key, or no answer would be verified', () => {
    expect(() =>
      alipayPayment({ gateway: address, appId: APP_ID, privateKey: pkcs8(ours.privateKey), alipayPublicKey: '', sellerId: SELLER_ID }),
    ).toThrow(/public key/);
  });
});
