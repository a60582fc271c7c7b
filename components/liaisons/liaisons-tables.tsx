import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { liaisonFieldLabels as labels, liaisonOrderLabels } from '@/lib/copy/applications';
import { dayInShanghai, formatDay } from '@/lib/days';
import type { LiaisonView } from '@/lib/liaisons/list-liaisons';

const day = (moment: Date) => formatDay(dayInShanghai(moment));

const columns: readonly Column<LiaisonView>[] = [
  {
    key: 'name',
    heading: labels.name,
    cell: ({ name, order, isUnproven }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {name} <Tag tone="info">{liaisonOrderLabels[order]}</Tag>
        {isUnproven && <Tag tone="warn">待验证</Tag>}
      </span>
    ),
  },
  { key: 'mobile', heading: labels.mobile, cell: ({ mobile }) => <span className="num">{mobile}</span> },
  { key: 'job', heading: '部门职务', cell: ({ job }) => job.trim() || '—' },
  { key: 'email', heading: labels.email, cell: ({ email }) => <span className="break-all">{email || '—'}</span> },
  {
    key: 'period',
    heading: '起止',
    cell: ({ from, to }) => (
      <span className="num">
        {day(from)} 至 {to ? day(to) : '今'}
      </span>
    ),
  },
];

/** Who answers for the company now. */
export function OpenLiaisons({ rows }: { rows: readonly LiaisonView[] }) {
  return <Table cards columns={columns} rows={rows} rowKey={({ id }) => id} caption="现在的联络员" empty="还没有联络员，请联系协会。" />;
}

/** Who did before, or was reached otherwise. */
export function FormerLiaisons({ rows }: { rows: readonly LiaisonView[] }) {
  return <Table cards columns={columns} rows={rows} rowKey={({ id }) => id} caption="以前的联络员" empty="还没有更换过。" />;
}
