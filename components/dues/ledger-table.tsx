import type { ReactNode } from 'react';
import { type Column, Table } from '@/components/ui/table';
import type { LedgerSums } from '@/lib/dues/ledger';
import { formatAmount } from '@/lib/money';

type Line = LedgerSums & { id: string; label: ReactNode };

const sum = (key: Exclude<keyof LedgerSums, 'count'>, heading: string): Column<Line> => ({
  key,
  heading: `${heading}(元)`,
  numeric: true,
  cell: (row) => formatAmount(row[key]),
});

const columns: readonly Column<Line>[] = [
  { key: 'count', heading: '笔数', numeric: true, cell: ({ count }) => count },
  sum('raisedFen', '应交'),
  sum('receivedFen', '已收'),
  sum('refundedFen', '已退'),
  sum('waivedFen', '免交'),
  sum('cancelledFen', '取消'),
  sum('openFen', '未交'),
];

/** Sums that add up: 应交 = 已收 − 已退 + 免交 + 取消 + 未交. */
export function LedgerTable({ heading, lines, caption }: { heading: string; lines: readonly Line[]; caption: string }) {
  const labelled: Column<Line>[] = [{ key: 'label', heading, cell: ({ label }) => label }, ...columns];
  return <Table columns={labelled} rows={lines} rowKey={({ id }) => id} caption={caption} empty="还没有会费。" />;
}
