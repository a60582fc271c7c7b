import { type Column, Table } from '@/components/ui/table';
import { levelLabels } from '@/lib/copy/dues';
import type { Level } from '@/lib/generated/prisma/enums';
import type { LevelConsequence } from '@/lib/members/level-consequence';
import { formatAmount, formatFen } from '@/lib/money';

/** What another level means for the dues, year by year. */
export function LevelConsequences({ rows, level }: { rows: LevelConsequence[]; level: Level }) {
  const columns: Column<LevelConsequence>[] = [
    { key: 'year', heading: '年度', cell: ({ year }) => <span className="num">{year}</span> },
    {
      key: 'charged',
      heading: '已生成(元)',
      numeric: true,
      cell: ({ chargedFen, paid }) => (chargedFen === null ? '还没有' : `${formatAmount(chargedFen)}（${paid ? '已交' : '未交'}）`),
    },
    { key: 'standard', heading: `${levelLabels[level]}标准(元)`, numeric: true, cell: ({ standardFen }) => formatAmount(standardFen) },
    { key: 'consequence', heading: '影响', cell: (row) => <span className="whitespace-normal">{consequence(row, level)}</span> },
  ];
  return <Table cards columns={columns} rows={rows} rowKey={({ year }) => String(year)} caption="对会费的影响" empty="没有影响。" />;
}

function consequence({ year, chargedFen, topUpFen, standardFen }: LevelConsequence, level: Level): string {
  if (chargedFen === null) return `${year} 年度的会费生成时，按${levelLabels[level]}标准 ${formatFen(standardFen)}`;
  if (topUpFen > 0) return `已生成的不变；差额 ${formatFen(topUpFen)} 可以单独补交`;
  return '已生成的不变，从下一年度起按新的标准';
}
