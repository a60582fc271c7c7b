import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { problemLabels } from '@/lib/copy/imports';
import type { ProblemView } from '@/lib/imports/list-problems';

type Row = ProblemView & { key: string };

const columns: readonly Column<Row>[] = [
  { key: 'company', heading: '企业', cell: ({ company }) => <span className="font-semibold">{company}</span> },
  {
    key: 'severity',
    heading: '程度',
    cell: ({ severity }) => <Tag tone={severity === 'error' ? 'bad' : 'warn'}>{problemLabels[severity]}</Tag>,
  },
  { key: 'place', heading: '位置', cell: ({ sheetName, row, heading }) => `${sheetName} 第 ${row} 行 ${heading}` },
  { key: 'text', heading: '说明', cell: ({ text }) => <span className="whitespace-normal">{text}</span> },
];

/** The first cells that stand in the way, and those that leave something to be completed. */
export function ProblemTable({ problems, count }: { problems: readonly ProblemView[]; count: number }) {
  const rows = problems.map((problem, index) => ({ ...problem, key: String(index) }));
  return (
    <>
      <div className="max-h-[28rem] overflow-y-auto">
        <Table columns={columns} rows={rows} rowKey={({ key }) => key} caption="需要看的格子" empty="没有问题，每一格都读懂了。" cards />
      </div>
      {count > rows.length && (
        <p className="border-t border-line-2 px-4 py-3 text-sm text-ink-3 md:px-6">
          这里只列出前 {rows.length} 处，全部 {count} 处在“问题清单”里。
        </p>
      )}
    </>
  );
}
