import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { formatAmount } from '@/lib/money';
import type { PlannedReminder } from '@/lib/reminders/plan';
import { openOf } from '@/lib/reminders/words';

const columns: readonly Column<PlannedReminder>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ companyId, name }) => (
      <Link href={`/admin/dues/companies/${companyId}`} className="inline-flex min-h-11 items-center font-semibold">
        {name}
      </Link>
    ),
  },
  {
    key: 'years',
    heading: '年度',
    cell: ({ charges }) => <span className="num">{[...new Set(charges.map(({ year }) => year))].join('、')}</span>,
  },
  { key: 'open', heading: '未交(元)', numeric: true, cell: ({ charges }) => formatAmount(openOf(charges)) },
  {
    key: 'liaison',
    heading: '发给',
    cell: ({ liaison }) =>
      liaison ? (
        <span className="whitespace-normal">
          {liaison.name} <span className="num">{liaison.mobile}</span>
          <span className="block text-sm break-all text-ink-3">{liaison.email}</span>
        </span>
      ) : (
        <span className="text-warn">没有第一联络员，发不出去</span>
      ),
  },
];

/** The companies of a stage, with what they owe and who would get it. */
export function PlannedTable({ rows, empty }: { rows: readonly PlannedReminder[]; empty: string }) {
  return <Table columns={columns} rows={rows} rowKey={({ companyId }) => companyId} caption="将收到提醒的单位" empty={empty} cards />;
}
