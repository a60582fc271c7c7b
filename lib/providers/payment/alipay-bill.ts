import 'server-only';
import { chunksOf, inflatedSize, listEntries, openArchive } from '../../excel/archive.mjs';
import { parseYuan } from '../../money';
import { type BillLine, PaymentUnavailable } from './payment-provider';

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_INFLATED = 200 * 1024 * 1024;
const COLUMNS = ['支付宝交易号', '商户订单号', '业务类型', '订单金额（元）', '退款批次号/请求号'] as const;

/** The lines of a day's bill (业务明细): a zip of CSV files in GBK behind a link that lives half a minute. */
export async function readAlipayBill(url: string, timeout: number): Promise<BillLine[]> {
  const answered = await fetch(url, { signal: AbortSignal.timeout(timeout * 4), redirect: 'error' }).catch((error: unknown) => {
    throw new PaymentUnavailable(`the bill did not arrive: ${error instanceof Error ? error.name : 'unknown'}`);
  });
  if (!answered.ok) throw new PaymentUnavailable(`the bill did not arrive: ${answered.status}`);
  const bytes = Buffer.from(await answered.arrayBuffer());
  if (bytes.length > MAX_BYTES) throw new PaymentUnavailable('the bill is larger than any bill');
  const archive = await openArchive(bytes);
  const entries = await listEntries(archive);
  if (inflatedSize(entries) > MAX_INFLATED) throw new PaymentUnavailable('the bill unpacks to more than any bill');
  const lines: BillLine[] = [];
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of chunksOf(archive, entry)) chunks.push(chunk);
    lines.push(...linesOf(new TextDecoder('gbk').decode(Buffer.concat(chunks))));
  }
  return lines;
}

// The summary (…汇总.csv) has no such heading, and so no lines.
function linesOf(csv: string): BillLine[] {
  const rows = csv.split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replace(/\t/g, '').trim()));
  const start = rows.findIndex((cells) => COLUMNS.every((name) => cells.includes(name)));
  if (start < 0) return [];
  const heading = rows[start] ?? [];
  const at = (cells: string[], name: (typeof COLUMNS)[number]) => cells[heading.indexOf(name)] ?? '';
  return rows.slice(start + 1).flatMap((cells) => {
    if (cells[0]?.startsWith('#') || cells.length < heading.length) return [];
    const amountFen = parseYuan(at(cells, '订单金额（元）').replace('-', ''));
    if (amountFen === null) throw new PaymentUnavailable('the bill has a line without an amount');
    const isRefund = at(cells, '业务类型') === '退款';
    return [
      {
        orderNumber: at(cells, '商户订单号'),
        tradeNumber: at(cells, '支付宝交易号'),
        amountFen: isRefund ? -amountFen : amountFen,
        refundNumber: isRefund ? at(cells, '退款批次号/请求号') : '',
      },
    ];
  });
}
