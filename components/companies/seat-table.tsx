import { type Column, Table } from '@/components/ui/table';
import type { CouncilSeatView } from '@/lib/companies/company-page';
import { formatDay } from '@/lib/days';

const columns: readonly Column<CouncilSeatView>[] = [
  { key: 'person', heading: '姓名', cell: ({ person }) => person },
  { key: 'title', heading: '职务', cell: ({ title }) => title },
  { key: 'position', heading: '理事会职务', cell: ({ position }) => position },
  { key: 'term', heading: '届次', cell: ({ term }) => term },
  {
    key: 'dates',
    heading: '任期',
    cell: ({ from, to }) => (
      <span className="num">
        {formatDay(from)} 至 {to ? formatDay(to) : '今'}
      </span>
    ),
  },
];

/** 理事信息: who holds the company's seats; only the association changes it. */
export function SeatTable({ seats }: { seats: readonly CouncilSeatView[] }) {
  return <Table cards columns={columns} rows={seats} rowKey={({ id }) => id} caption="理事信息" empty="协会还没有登记理事信息。" />;
}
