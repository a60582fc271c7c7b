import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { businessStatusLabels, duesStatusLabels } from '@/lib/copy/dues';
import type { DuesRow } from '@/lib/dues/views';
import { formatAmount } from '@/lib/money';

const columns: readonly Column<DuesRow>[] = [
  { key: 'year', heading: '交费年度', cell: ({ year }) => <span className="num">{year}</span> },
  { key: 'status', heading: '状态', cell: ({ status }) => <Tag tone={duesStatusLabels[status].tone}>{duesStatusLabels[status].text}</Tag> },
  { key: 'amount', heading: '交费金额(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'method', heading: '交费方式', cell: ({ method }) => (method ? '银行汇款' : '—') },
  { key: 'business', heading: '业务状态', cell: ({ business }) => businessStatusLabels[business] },
  { key: 'receipted', heading: '是否开票', cell: ({ receipted }) => (receipted ? '已开票' : '否') },
];

/** 会费交纳记录: a row a year. */
export function DuesTable({ rows }: { rows: readonly DuesRow[] }) {
  return <Table columns={columns} rows={rows} rowKey={({ id }) => id} caption="会费交纳记录" cards empty="还没有会费记录。" />;
}
