import { ReceiptTag } from '@/components/dues/receipt-tag';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyValue } from '@/components/ui/copy-value';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatAmount } from '@/lib/money';
import type { DueView } from '@/lib/receipts/list-due';

type Row = DueView & { isFirst: boolean };

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    heading: '期限、抬头',
    cell: ({ titleName, companyName, replacesNumber, dueOn, urgency }) => (
      <>
        <span className="block px-1.5">
          <ReceiptTag dueOn={dueOn} urgency={urgency} />
        </span>
        <CopyValue text={titleName} label="抬头" className="font-semibold" />
        {companyName !== titleName && <span className="block px-1.5 text-sm text-warn">单位名称：{companyName}</span>}
        {replacesNumber && (
          <span className="block px-1.5 text-sm">
            <Tag tone="warn">换开</Tag> 已冲红 <span className="num">{replacesNumber}</span>
          </span>
        )}
      </>
    ),
  },
  { key: 'uscc', heading: '税号', cell: ({ titleUscc }) => <CopyValue text={titleUscc} label="税号" /> },
  {
    key: 'amount',
    heading: '金额(元)',
    numeric: true,
    cell: ({ amountFen }) => <CopyValue text={formatAmount(amountFen).replaceAll(',', '')} shown={formatAmount(amountFen)} label="金额" />,
  },
  { key: 'item', heading: '项目', cell: ({ item }) => <CopyValue text={item} label="项目" /> },
  { key: 'email', heading: '邮箱', cell: ({ email }) => (email ? <CopyValue text={email} label="邮箱" /> : '—') },
  {
    key: 'do',
    heading: '操作',
    cell: ({ id, titleName, isFirst }) => (
      <ButtonLink size="small" href={`/admin/receipts/due/${id}`} aria-label={`登记 ${titleName}`} {...(isFirst && { 'data-key': 'n' })}>
        登记
      </ButtonLink>
    ),
  },
];

/** 待开票: each line is what is typed on the issuing platform; a value is copied by pressing it. */
export function DueTable({ rows, search }: { rows: readonly DueView[]; search: string }) {
  return (
    <Table
      columns={columns}
      rows={rows.map((row, index) => ({ ...row, isFirst: index === 0 }))}
      rowKey={({ id }) => id}
      caption="待开票的会费"
      empty={search ? `待开票的会费里没有“${search}”。` : '没有待开票的会费。会费确认到账、写明抬头之后，会按期限排在这里。'}
    />
  );
}
