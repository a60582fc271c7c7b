import { Table } from '@/components/ui/table';
import type { Columns } from '@/lib/statements/queries';

/** The first rows of a statement under its own headings. */
export function SampleTable({ heading, sample }: Columns) {
  const columns = heading.map((name, at) => ({
    key: String(at),
    heading: name || `第 ${at + 1} 列`,
    cell: (row: string[]) => row[at] || '—',
  }));
  return (
    <div className="mb-5">
      <Table columns={columns} rows={sample} rowKey={(row) => row.join('|')} caption="前几行" empty="没有内容。" />
    </div>
  );
}
