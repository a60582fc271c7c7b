import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { liaisonOrderLabels } from '@/lib/copy/applications';
import { levelLabels } from '@/lib/copy/dues';
import { dayInShanghai, formatDay } from '@/lib/days';
import type { MemberDetail } from '@/lib/members/get-member';

type Liaison = MemberDetail['liaisons'][number];
type LevelRow = MemberDetail['levels'][number];
type Seat = MemberDetail['seats'][number];

const period = (from: string, to: string | null) => (
  <span className="num">
    {formatDay(from)} 至 {to ? formatDay(to) : '今'}
  </span>
);

const liaisons: readonly Column<Liaison>[] = [
  {
    key: 'name',
    heading: '姓名',
    cell: ({ name, order, to }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {name} <Tag tone={to ? 'plain' : 'info'}>{to ? `曾任${liaisonOrderLabels[order]}` : liaisonOrderLabels[order]}</Tag>
      </span>
    ),
  },
  { key: 'mobile', heading: '手机', cell: ({ mobile }) => <span className="num">{mobile}</span> },
  { key: 'job', heading: '部门职务', cell: ({ department, title }) => [department, title].filter(Boolean).join(' ') || '—' },
  { key: 'email', heading: '邮箱', cell: ({ email }) => email || '—' },
  { key: 'period', heading: '起止', cell: ({ from, to }) => period(dayInShanghai(from), to && dayInShanghai(to)) },
];

const levels: readonly Column<LevelRow>[] = [
  { key: 'level', heading: '级别', cell: ({ level }) => levelLabels[level] },
  { key: 'period', heading: '起止', cell: ({ from, to }) => period(from, to) },
  { key: 'reason', heading: '原因', cell: ({ reason }) => <span className="whitespace-normal">{reason || '—'}</span> },
  { key: 'resolution', heading: '决议', cell: ({ resolution }) => <span className="whitespace-normal">{resolution ?? '—'}</span> },
];

const seats: readonly Column<Seat>[] = [
  { key: 'person', heading: '姓名', cell: ({ person }) => person },
  { key: 'position', heading: '席位', cell: ({ position }) => position },
  { key: 'title', heading: '职务', cell: ({ title }) => title || '—' },
  { key: 'term', heading: '届次', cell: ({ term }) => term },
  { key: 'period', heading: '任期', cell: ({ from, to }) => period(from, to) },
];

export function LiaisonsTable({ rows }: { rows: Liaison[] }) {
  return (
    <Table
      cards
      columns={liaisons}
      rows={rows}
      rowKey={({ mobile, from }) => `${mobile}${from.getTime()}`}
      caption="联络员"
      empty="没有联络员。"
    />
  );
}

export function LevelsTable({ rows }: { rows: LevelRow[] }) {
  return <Table cards columns={levels} rows={rows} rowKey={({ id }) => id} caption="会员级别" empty="没有级别记录。" />;
}

export function SeatsTable({ rows }: { rows: Seat[] }) {
  return <Table cards columns={seats} rows={rows} rowKey={({ id }) => id} caption="理事信息" empty="没有席位。" />;
}
