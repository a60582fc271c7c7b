import { DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { businessText, chargeKindLabels, duesStatusLabels, methodLabels } from '@/lib/copy/dues';
import { type DuesRow, isPayable } from '@/lib/dues/views';
import { formatAmount } from '@/lib/money';

type Numbered = DuesRow & { number: number };

const facts: readonly Column<Numbered>[] = [
  {
    key: 'year',
    heading: '交费年度',
    cell: ({ year, kind }) => (
      <span className="num">
        {year}
        {kind === 'topUp' && <span className="ml-1.5 text-sm text-ink-3">{chargeKindLabels.topUp}</span>}
      </span>
    ),
  },
  { key: 'status', heading: '状态', cell: ({ status }) => <Tag tone={duesStatusLabels[status].tone}>{duesStatusLabels[status].text}</Tag> },
  {
    key: 'amount',
    heading: '交费金额(元)',
    numeric: true,
    cell: ({ amountFen, openFen }) => (
      <span>
        {formatAmount(amountFen)}
        {openFen > 0 && openFen < amountFen && <span className="block text-sm text-warn">还差 {formatAmount(openFen)}</span>}
      </span>
    ),
  },
  { key: 'method', heading: '交费方式', cell: ({ method }) => (method ? methodLabels[method] : '—') },
  { key: 'business', heading: '业务状态', cell: businessText },
  { key: 'receipted', heading: '是否开票', cell: (row) => <Receipted row={row} /> },
];

type DuesTableProps = {
  rows: readonly DuesRow[];
  pathOf?: (path: string) => string;
  /** For staff: what its member can do is not theirs to do. */
  readOnly?: boolean;
};

/** 会费交纳记录 as the manual has it (三(三)): a row a year, and what can be done with it. */
export function DuesTable({ rows, pathOf = (path) => path, readOnly = false }: DuesTableProps) {
  const links: Column<Numbered> = { key: 'do', heading: '操作', cell: (row) => <DuesLinks row={row} pathOf={pathOf} /> };
  const columns: Column<Numbered>[] = [
    { key: 'number', heading: '序号', cell: ({ number }) => <span className="num">{number}</span> },
    ...facts,
    ...(readOnly ? [] : [links]),
  ];
  const numbered = rows.map((row, index) => ({ ...row, number: index + 1 }));
  return (
    <Table
      cards
      columns={columns}
      rows={numbered}
      rowKey={({ id }) => id}
      caption="会费交纳记录"
      empty="还没有会费记录。每年会费产生后会显示在这里，并发短信提醒。"
    />
  );
}

/** 是否开票; a receipt whose PDF is here is downloaded from the list. */
function Receipted({ row: { status, receipted, receipt, year } }: { row: DuesRow }) {
  if (status === 'waived') return '—';
  if (!receipted) return receipt ? '已冲红' : '否';
  if (!receipt?.fileId) return '已开票';
  return (
    <DownloadLink look="quiet" size="small" href={`/api/files/${receipt.fileId}`} aria-label={`已开票，下载 ${year} 年度票据`}>
      已开票，下载
    </DownloadLink>
  );
}

function DuesLinks({ row, pathOf }: { row: DuesRow; pathOf: (path: string) => string }) {
  const { year } = row;
  return (
    <span className="flex flex-wrap gap-2 max-md:justify-end">
      {isPayable(row) && (
        <ButtonLink size="small" href={pathOf(`/dues/${year}/pay`)} aria-label={`交费 ${year} 年度`}>
          {row.business === 'unfiled' ? '补登记' : '交费'}
        </ButtonLink>
      )}
      <ButtonLink size="small" look="quiet" href={pathOf(`/dues/${year}`)} aria-label={`查看 ${year} 年度`}>
        查看
      </ButtonLink>
    </span>
  );
}
