import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { LiaisonAnswers } from '@/lib/applications/schema';
import { liaisonFieldLabels as labels, liaisonOrderLabels } from '@/lib/copy/applications';
import type { LiaisonOrder } from '@/lib/generated/prisma/enums';

const columns: readonly Column<LiaisonAnswers & { isUnproven: boolean }>[] = [
  {
    key: 'order',
    heading: labels.order,
    cell: ({ order, isUnproven }) => (
      <>
        {liaisonOrderLabels[order]} {isUnproven && <Tag tone="warn">待验证</Tag>}
      </>
    ),
  },
  { key: 'name', heading: labels.name, cell: ({ name }) => name },
  { key: 'department', heading: labels.department, cell: ({ department }) => department },
  { key: 'title', heading: labels.title, cell: ({ title }) => title },
  { key: 'mobile', heading: labels.mobile, cell: ({ mobile }) => <span className="num">{mobile}</span> },
  { key: 'email', heading: labels.email, cell: ({ email }) => <span className="break-all">{email}</span> },
];

type LiaisonTableProps = { liaisons: readonly LiaisonAnswers[]; unproven?: readonly LiaisonOrder[] };

/** Who answers for the company: one or two; 待验证 who cannot sign in for it yet. */
export function LiaisonTable({ liaisons, unproven = [] }: LiaisonTableProps) {
  const rows = liaisons.map((liaison) => ({ ...liaison, isUnproven: unproven.includes(liaison.order) }));
  return <Table cards columns={columns} rows={rows} rowKey={({ order }) => order} caption="联络员" empty="还没有联络员，请联系协会。" />;
}
