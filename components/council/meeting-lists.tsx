import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { levelLabels } from '@/lib/copy/dues';
import type { Meeting, MeetingLine } from '@/lib/council/meeting';
import { formatDay } from '@/lib/days';
import { maskMobile } from '@/lib/fields';
import { formatFen } from '@/lib/money';

/** A page shows so many of each; the workbook has them all. */
const SHOWN = 100;

const unit: readonly Column<MeetingLine>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ id, name }) => (
      <Link href={`/admin/council/${id}`} className="inline-flex min-h-11 items-center font-semibold">
        {name}
      </Link>
    ),
  },
  { key: 'level', heading: '会员级别', cell: ({ level }) => levelLabels[level] },
];
const contact: Column<MeetingLine> = {
  key: 'contact',
  heading: '第一联络员',
  cell: ({ liaison, mobile }) => (liaison ? `${liaison} ${maskMobile(mobile ?? '')}` : '—'),
};
const lapsed: readonly Column<MeetingLine>[] = [
  { key: 'lastPerson', heading: '上一任', cell: ({ lastPerson }) => lastPerson ?? '—' },
  { key: 'lastTo', heading: '任期至', numeric: true, cell: ({ lastTo }) => (lastTo ? formatDay(lastTo) : '—') },
];
const arrears: readonly Column<MeetingLine>[] = [
  { key: 'years', heading: '欠费年度', cell: ({ owedYears }) => <span className="num">{owedYears.join('、')}</span> },
  { key: 'owed', heading: '欠费金额', numeric: true, cell: ({ owedFen }) => formatFen(owedFen) },
];

/** What to settle before a meeting. */
export function MeetingLists({ meeting }: { meeting: Meeting }) {
  return (
    <>
      <List title="没有席位" rows={meeting.vacant} columns={[...unit, contact]} empty="每家都有席位。" />
      <List title="任期已满" rows={meeting.lapsed} columns={[...unit, ...lapsed, contact]} empty="没有任期已满的席位。" />
      <List title="欠费" rows={meeting.arrears} columns={[...unit, ...arrears, contact]} empty="没有欠费的单位。" />
    </>
  );
}

type ListProps = { title: string; rows: readonly MeetingLine[]; columns: readonly Column<MeetingLine>[]; empty: string };

function List({ title, rows, columns, empty }: ListProps) {
  const hint = rows.length > SHOWN ? `共 ${rows.length} 家，这里列出前 ${SHOWN} 家，全部见导出的 Excel` : `${rows.length} 家`;
  return (
    <Panel title={title} hint={hint} flush>
      <Table columns={columns} rows={rows.slice(0, SHOWN)} rowKey={({ id }) => id} caption={title} empty={empty} cards />
    </Panel>
  );
}
