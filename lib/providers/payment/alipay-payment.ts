import 'server-only';
import { AlipaySdk } from 'alipay-sdk';
import * as z from 'zod';
import type { Day } from '../../days';
import { formatAmount, parseYuan } from '../../money';
import { readAlipayBill } from './alipay-bill';
import { type PaymentProvider, PaymentUnavailable, type Trade } from './payment-provider';

export type AlipayOptions = {
  gateway: string;
  appId: string;
  /** Our key in PKCS8, one line or PEM. */
  privateKey: string;
  /** Alipay's key, without which no answer could be believed. */
  alipayPublicKey: string;
  /** 收款账号 PID, 2088…: a notice for somebody else's account is not ours. */
  sellerId: string;
  timeout?: number;
};

const PATIENCE = 8000;
const NOT_FOUND = 'ACQ.TRADE_NOT_EXIST';
const NO_BILL = ['isp.bill_not_exist', 'BILL_NOT_EXIST'];

const states: Record<string, Trade['state']> = {
  WAIT_BUYER_PAY: 'waiting',
  TRADE_SUCCESS: 'paid',
  TRADE_FINISHED: 'paid',
  TRADE_CLOSED: 'closed',
};

const amount = z.string().transform((text, context) => {
  const fen = parseYuan(text);
  if (fen === null) context.addIssue('no amount');
  return fen ?? 0;
});
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .transform((text) => new Date(`${text.replace(' ', 'T')}+08:00`));
const tradeState = z
  .string()
  .refine((status) => status in states)
  .transform((status): Trade['state'] => states[status] ?? 'waiting');

const notice = z.object({
  app_id: z.string(),
  seller_id: z.string(),
  sign_type: z.literal('RSA2'),
  out_trade_no: z.string().min(1),
  trade_no: z.string().min(1),
  trade_status: tradeState,
  total_amount: amount,
  gmt_payment: moment.optional(),
});
const answer = z.object({ code: z.string(), subCode: z.string().optional(), subMsg: z.string().optional() });
const trade = z.object({
  outTradeNo: z.string(),
  tradeNo: z.string(),
  tradeStatus: tradeState,
  totalAmount: amount,
  sendPayDate: moment.optional(),
});

/** 支付宝电脑网站支付 (facts 5): signed with RSA2 only, every answer verified, every notice checked for app, seller and signature. */
export function alipayPayment({
  gateway,
  appId,
  privateKey,
  alipayPublicKey,
  sellerId,
  timeout = PATIENCE,
}: AlipayOptions): PaymentProvider {
  if (!alipayPublicKey) throw new Error('without the public key of Alipay its answers would not be verified');
  // The default of the SDK is PKCS1, which a PKCS8 key does not survive.
  const sdk = new AlipaySdk({ gateway, appId, privateKey, keyType: 'PKCS8', alipayPublicKey, signType: 'RSA2', timeout });

  async function ask(method: string, bizContent: Record<string, unknown>): Promise<unknown> {
    return sdk.exec(method, { bizContent }, { validateSign: true }).catch((error: unknown) => {
      // Never the SDK's own error: it quotes the request.
      throw new PaymentUnavailable(`Alipay failed: ${error instanceof Error ? error.name : 'unknown'}`);
    });
  }

  return {
    name: 'alipay',
    label: '支付宝',
    noticeTaken: 'success',
    async checkout({ orderNumber, amountFen, subject, minutes }, { returnUrl, notifyUrl }) {
      // GET: the other way is a page with an inline script, which no strict content policy lets run.
      return sdk.pageExecute('alipay.trade.page.pay', 'GET', {
        returnUrl,
        notifyUrl,
        bizContent: {
          out_trade_no: orderNumber,
          product_code: 'FAST_INSTANT_TRADE_PAY',
          total_amount: yuan(amountFen),
          subject: subject.slice(0, 128),
          timeout_express: `${minutes}m`,
        },
      });
    },
    readNotice(body) {
      const fields = Object.fromEntries(new URLSearchParams(body));
      const parsed = notice.safeParse(fields);
      if (!parsed.success || parsed.data.app_id !== appId || parsed.data.seller_id !== sellerId) return null;
      if (!sdk.checkNotifySignV2(fields)) return null;
      const { out_trade_no, trade_no, trade_status, total_amount, gmt_payment } = parsed.data;
      return {
        orderNumber: out_trade_no,
        tradeNumber: trade_no,
        state: trade_status,
        amountFen: total_amount,
        paidAt: gmt_payment ?? null,
      };
    },
    async query(orderNumber) {
      const answered = await ask('alipay.trade.query', { out_trade_no: orderNumber });
      const { code, subCode } = answer.parse(answered);
      if (subCode === NOT_FOUND) return null;
      if (code !== '10000') throw new PaymentUnavailable(`Alipay refused the query: ${subCode ?? code}`);
      const { outTradeNo, tradeNo, tradeStatus, totalAmount, sendPayDate } = trade.parse(answered);
      if (outTradeNo !== orderNumber) throw new PaymentUnavailable('Alipay answered about another order');
      return { orderNumber, tradeNumber: tradeNo, state: tradeStatus, amountFen: totalAmount, paidAt: sendPayDate ?? null };
    },
    async refund({ orderNumber, amountFen, reason, refundNumber }) {
      const answered = await ask('alipay.trade.refund', {
        out_trade_no: orderNumber,
        refund_amount: yuan(amountFen),
        refund_reason: reason.slice(0, 256),
        out_request_no: refundNumber,
      });
      const { code, subCode } = answer.parse(answered);
      if (code !== '10000') throw new PaymentUnavailable(`Alipay refused the refund: ${subCode ?? code}`);
      if (Reflect.get(Object(answered), 'fundChange') === 'Y') return true;
      const status = await ask('alipay.trade.fastpay.refund.query', { out_trade_no: orderNumber, out_request_no: refundNumber });
      return Reflect.get(Object(status), 'refundStatus') === 'REFUND_SUCCESS';
    },
    async listBill(day: Day) {
      const answered = await ask('alipay.data.dataservice.bill.downloadurl.query', { bill_type: 'trade', bill_date: day });
      const { code, subCode } = answer.parse(answered);
      if (NO_BILL.includes(subCode ?? '')) return null;
      const url = z.url().safeParse(Reflect.get(Object(answered), 'billDownloadUrl'));
      if (code !== '10000' || !url.success) throw new PaymentUnavailable(`Alipay refused the bill: ${subCode ?? code}`);
      return readAlipayBill(url.data, timeout);
    },
  };
}

function yuan(fen: number): string {
  return formatAmount(fen).replaceAll(',', '');
}
