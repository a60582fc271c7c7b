import { type Column, Table } from '@/components/ui/table';
import type { LiaisonAnswers } from '@/lib/applications/schema';
import { liaisonFieldLabels as labels, liaisonOrderLabels } from '@/lib/copy/applications';

const columns: readonly Column<LiaisonAnswers>[] = [
  { key: 'order', heading: labels.order, cell: ({ order }) => liaisonOrderLabels[order] },
  { key: 'name', heading: labels.name, cell: ({ name }) => name },
  { key: 'department', heading: labels.department, cell: ({ department }) => department },
  { key: 'title', heading: labels.title, cell: ({ title }) => title },
  { key: 'mobile', heading: labels.mobile, cell: ({ mobile }) => <span className="num">{mobile}</span> },
  { key: 'email', heading: labels.email, cell: ({ email }) => <span className="break-all">{email}</span> },
];

/** Who answers for the company: one or two. */
export function LiaisonTable({ liaisons }: { liaisons: readonly LiaisonAnswers[] }) {
  return (
    <Table cards columns={columns} rows={liaisons} rowKey={({ order }) => order} caption="联络员" empty="还没有联络员，请联系协会。" />
  );
}
