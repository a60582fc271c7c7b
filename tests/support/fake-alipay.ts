import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as yazl from 'yazl';
import * as z from 'zod';
import { toGbk } from './gbk';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
export const ours = pair();
export const theirs = pair();
export const strangers = pair();

export const pkcs8 = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
export const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

export const APP_ID = '2021000000000001';
export const SELLER_ID = '2088000000000001';

type Kept = { orderNumber: string; tradeNumber: string; status: string; amount: string; paidAt: string; refunds: Map<string, number> };
const biz = z.record(z.string(), z.string());

/** A gateway that answers, and signs, as Alipay's does, with keys of its own. */
export class FakeAlipay {
  readonly trades = new Map<string, Kept>();
  /** What the gateway does with the next answers instead: `forge` signs them with a stranger's key. */
  mood: 'well' | 'forge' | 'silent' | 'down' | 'slowRefunds' = 'well';
  /** The lines of a day's bill; a day without has none yet. */
  readonly bills = new Map<string, string[]>();
  private url = '';
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('it does not listen');
    this.url = `http://127.0.0.1:${address.port}`;
    return `${this.url}/gateway.do`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The payer has paid what stands on the page that `checkout` led to. */
  pay(checkoutUrl: string, paidAt = '2026-11-25 10:00:00'): Kept {
    const order = biz.parse(JSON.parse(new URL(checkoutUrl).searchParams.get('biz_content') ?? '{}'));
    const orderNumber = order.out_trade_no ?? '';
    const trade = {
      orderNumber,
      tradeNumber: `2026112522${orderNumber}`,
      status: 'TRADE_SUCCESS',
      amount: order.total_amount ?? '',
      paidAt,
      refunds: new Map(),
    };
    this.trades.set(orderNumber, trade);
    return trade;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const address = new URL(request.url ?? '/', this.url);
    if (address.pathname === '/bill.zip')
      return void response.end(await zipOf(this.bills.get(address.searchParams.get('day') ?? '') ?? []));
    if (this.mood === 'silent') return;
    if (this.mood === 'down') return void response.writeHead(502).end();
    const method = address.searchParams.get('method') ?? '';
    const content =
      new URLSearchParams(Buffer.concat(chunks).toString()).get('biz_content') ?? address.searchParams.get('biz_content') ?? '{}';
    const json = JSON.stringify(this.resultOf(method, biz.parse(JSON.parse(content))));
    const sign = signed(json, this.mood === 'forge' ? strangers.privateKey : theirs.privateKey);
    response.setHeader('Content-Type', 'application/json;charset=utf-8');
    response.end(`{"${method.replaceAll('.', '_')}_response":${json},"sign":"${sign}"}`);
  }

  private resultOf(method: string, order: Record<string, string>): Record<string, string> {
    const refused = (sub_code: string) => ({ code: '40004', msg: 'Business Failed', sub_code, sub_msg: '…' });
    if (method === 'alipay.data.dataservice.bill.downloadurl.query') {
      const day = order.bill_date ?? '';
      return this.bills.has(day) ? { ...TAKEN, bill_download_url: `${this.url}/bill.zip?day=${day}` } : refused('isp.bill_not_exist');
    }
    const trade = this.trades.get(order.out_trade_no ?? '');
    if (!trade) return refused('ACQ.TRADE_NOT_EXIST');
    if (method === 'alipay.trade.query') return { ...TAKEN, ...shown(trade) };
    const number = order.out_request_no ?? '';
    const known = trade.refunds.has(number);
    if (method === 'alipay.trade.fastpay.refund.query') return known ? { ...TAKEN, refund_status: 'REFUND_SUCCESS' } : TAKEN;
    const left = [...trade.refunds.values()].reduce((sum, amount) => sum - amount, Number(trade.amount));
    if (!known && Number(order.refund_amount) > left) return refused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
    if (this.mood === 'slowRefunds') return { ...TAKEN, fund_change: 'N' };
    if (!known) trade.refunds.set(number, Number(order.refund_amount));
    if (!known && Number(order.refund_amount) === left) trade.status = 'TRADE_CLOSED';
    return { ...TAKEN, fund_change: known ? 'N' : 'Y' };
  }
}

const TAKEN = { code: '10000', msg: 'Success' };

function shown({ orderNumber, tradeNumber, status, amount, paidAt }: Kept): Record<string, string> {
  return { out_trade_no: orderNumber, trade_no: tradeNumber, trade_status: status, total_amount: amount, send_pay_date: paidAt };
}

/** The body of a notice about a trade, signed over its sorted fields as Alipay does; `change` is made before, `forged` after signing. */
export function alipayNotice(
  trade: Kept,
  change: Record<string, string> = {},
  {
    forged = {},
    key = theirs.privateKey,
    signType = 'RSA2',
  }: { forged?: Record<string, string>; key?: KeyObject; signType?: 'RSA2' | 'RSA' } = {},
): string {
  const fields: Record<string, string> = {
    notify_id: '2026112500222100001',
    notify_type: 'trade_status_sync',
    app_id: APP_ID,
    seller_id: SELLER_ID,
    charset: 'utf-8',
    version: '1.0',
    out_trade_no: trade.orderNumber,
    trade_no: trade.tradeNumber,
    trade_status: trade.status,
    total_amount: trade.amount,
    gmt_payment: trade.paidAt,
    subject: '2026 年度会费 100%',
    ...change,
  };
  const text = Object.keys(fields)
    .toSorted()
    .flatMap((name) => (fields[name] ? [`${name}=${fields[name]}`] : []))
    .join('&');
  return new URLSearchParams({ ...fields, sign_type: signType, sign: signed(text, key, signType), ...forged }).toString();
}

function signed(text: string, key: KeyObject, signType: 'RSA2' | 'RSA' = 'RSA2'): string {
  return createSign(signType === 'RSA2' ? 'RSA-SHA256' : 'RSA-SHA1')
    .update(text, 'utf8')
    .sign(key, 'base64');
}

/** One line of a bill as Alipay writes it, with its tabs. */
export function billLine({
  orderNumber,
  tradeNumber,
  amount,
  refundNumber = '',
}: {
  orderNumber: string;
  tradeNumber: string;
  amount: string;
  refundNumber?: string;
}): string {
  return [
    tradeNumber,
    orderNumber,
    refundNumber ? '退款' : '交易',
    '会费',
    '2026-11-25 09:59:00',
    '2026-11-25 10:00:00',
    '',
    '',
    '',
    '',
    '***@qq.com',
    amount,
    amount,
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '',
    refundNumber,
    '0',
    '0',
    '',
  ]
    .map((cell) => `${cell}\t`)
    .join(',');
}

const HEADING =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';

async function zipOf(lines: readonly string[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const csv = [
    '#支付宝业务明细查询',
    '#账号：[20880000000000010156]',
    HEADING,
    ...lines,
    '#-----------------------------------------业务明细列表结束',
    '',
  ].join('\r\n');
  zip.addBuffer(toGbk(csv), 'detail.csv');
  zip.addBuffer(toGbk('#支付宝业务汇总查询\r\n门店编号,门店名称,交易订单总笔数\r\n合计,,1\r\n'), 'summary.csv');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
