import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDay } from '@/lib/days';
import { formatAmount } from '@/lib/money';
import { yearsText } from '@/lib/receipts/export-columns';
import type { StagedRow } from '@/lib/receipts/staged';

const columns: readonly Column<StagedRow>[] = [
  {
    key: 'title',
    heading: '抬头',
    cell: ({ titleName, problems }) => (
      <>
        <span className="font-semibold">{titleName || '—'}</span>
        {problems.map((text) => (
          <span key={text} className="block text-sm text-bad">
            {text}
          </span>
        ))}
      </>
    ),
  },
  {
    key: 'state',
    heading: '检查',
    cell: ({ problems }) => (problems.length ? <Tag tone="bad">有错</Tag> : <Tag tone="ok">可以登记</Tag>),
  },
  { key: 'row', heading: '行', numeric: true, cell: ({ row }) => row },
  { key: 'number', heading: '票据代码 / 号码', cell: ({ code, number }) => <span className="num">{`${code} / ${number}`}</span> },
  { key: 'check', heading: '校验码', cell: ({ checkCode }) => <span className="num">{checkCode}</span> },
  { key: 'years', heading: '交费年度', cell: ({ years }) => <span className="num">{yearsText(years) || '—'}</span> },
  { key: 'amount', heading: '金额(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'issuedOn', heading: '开票日期', numeric: true, cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn) : '—') },
  { key: 'pdf', heading: 'PDF', cell: ({ pdf }) => <span className="break-all">{pdf?.name ?? '—'}</span> },
];

/** Each line of the workbook as it will be recorded, with what is wrong with it. */
export function StagedTable({ rows }: { rows: readonly StagedRow[] }) {
  return (
    <div className="max-h-[36rem] overflow-y-auto">
      <Table columns={columns} rows={rows} rowKey={({ row }) => String(row)} caption="工作簿里的票据" empty="工作簿里没有票据。" />
    </div>
  );
}
