import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { receiptStateLabels } from '@/lib/copy/receipts';
import { formatDay } from '@/lib/days';
import { formatAmount, formatFen } from '@/lib/money';
import { yearsText } from '@/lib/receipts/export-columns';
import type { ReceiptLine } from '@/lib/receipts/queries';

const columns: readonly Column<ReceiptLine>[] = [
  {
    key: 'title',
    heading: '抬头',
    cell: ({ id, titleName, companyName }) => (
      <>
        <Link href={`/admin/receipts/${id}`} className="inline-flex min-h-11 items-center font-semibold">
          {titleName}
        </Link>
        {companyName !== titleName && <span className="block text-sm text-ink-3">{companyName}</span>}
      </>
    ),
  },
  { key: 'number', heading: '票据代码 / 号码', cell: ({ code, number }) => <span className="num">{`${code} / ${number}`}</span> },
  { key: 'years', heading: '交费年度', cell: ({ years }) => <span className="num">{yearsText(years)}</span> },
  { key: 'amount', heading: '金额(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'issuedOn', heading: '开票日期', numeric: true, cell: ({ issuedOn }) => formatDay(issuedOn) },
  {
    key: 'state',
    heading: '状态',
    cell: ({ state, reversal, refundedFen }) => (
      <>
        <Tag tone={receiptStateLabels[state].tone}>{receiptStateLabels[state].text}</Tag>
        {reversal && <span className="block text-sm text-ink-3">{reversal.reason}</span>}
        {!reversal && refundedFen > 0 && <span className="block text-sm text-warn">已退费 {formatFen(refundedFen)}</span>}
      </>
    ),
  },
];

/** Recorded receipts. */
export function ReceiptTable({ rows, empty }: { rows: readonly ReceiptLine[]; empty: string }) {
  return <Table columns={columns} rows={rows} rowKey={({ id }) => id} caption="电子票据" empty={empty} />;
}
