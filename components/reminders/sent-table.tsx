import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { messageStateLabels, stageLabel } from '@/lib/copy/reminders';
import { formatMoment } from '@/lib/days';
import { formatAmount } from '@/lib/money';
import type { SentReminder } from '@/lib/reminders/queries';

const columns: readonly Column<SentReminder>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ companyId, name }) => (
      <Link href={`/admin/dues/companies/${companyId}`} className="inline-flex min-h-11 items-center font-semibold">
        {name}
      </Link>
    ),
  },
  { key: 'createdAt', heading: '时间', numeric: true, cell: ({ createdAt }) => formatMoment(createdAt) },
  { key: 'stage', heading: '阶段', cell: ({ stage }) => stageLabel(stage) },
  {
    key: 'what',
    heading: '年度、金额(元)',
    cell: ({ years, openFen }) => (
      <span className="num">
        {years.join('、')} 年，{formatAmount(openFen)}
      </span>
    ),
  },
  {
    key: 'messages',
    heading: '短信、邮件',
    cell: ({ messages }) => (
      <ul className="whitespace-normal">
        {messages.map(({ id, to, state, error }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 max-md:justify-end">
            <span className="num text-sm break-all">{to}</span>{' '}
            <Tag tone={messageStateLabels[state].tone}>{messageStateLabels[state].text}</Tag>
            {error && <span className="max-w-72 text-sm break-all text-bad">{error}</span>}
          </li>
        ))}
      </ul>
    ),
  },
  { key: 'sender', heading: '发送', cell: ({ senderName }) => senderName || '自动' },
];

/** What was sent to whom, and what became of it. */
export function SentTable({ rows, empty }: { rows: readonly SentReminder[]; empty: string }) {
  return <Table columns={columns} rows={rows} rowKey={({ id }) => id} caption="催交发送记录" empty={empty} cards />;
}
