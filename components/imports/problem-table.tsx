import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { ProblemView } from '@/lib/imports/list-problems';

type Row = ProblemView & { key: string };

const columns: readonly Column<Row>[] = [
  { key: 'company', heading: '企业', cell: ({ company }) => <span className="font-semibold">{company}</span> },
  {
    key: 'severity',
    heading: '程度',
    cell: ({ severity }) => (severity === 'error' ? <Tag tone="bad">错误</Tag> : <Tag tone="warn">提醒</Tag>),
  },
  { key: 'place', heading: '位置', cell: ({ sheetName, row, heading }) => `${sheetName} 第 ${row} 行 ${heading}` },
  { key: 'text', heading: '说明', cell: ({ text }) => <span className="whitespace-normal">{text}</span> },
];

/** The first cells that stand in the way, and those that leave something to be completed. */
export function ProblemTable({ problems }: { problems: readonly ProblemView[] }) {
  const rows = problems.map((problem, index) => ({ ...problem, key: String(index) }));
  return (
    <>
      <div className="max-h-[28rem] overflow-y-auto">
        <Table columns={columns} rows={rows} rowKey={({ key }) => key} caption="需要看的格子" empty="没有问题，每一格都读懂了。" cards />
      </div>
      {rows.length >= 200 && (
        <p className="border-t border-line-2 px-4 py-3 text-sm text-ink-3 md:px-6">这里只列出前 200 处，其余的在退回的工作簿和会员页里。</p>
      )}
    </>
  );
}
