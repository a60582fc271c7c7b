import type { Metadata } from 'next';
import { MeetingLists } from '@/components/council/meeting-lists';
import { DownloadLink } from '@/components/ui/button';
import { FilterForm } from '@/components/ui/filter-form';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { Actor } from '@/lib/access/actor';
import { today } from '@/lib/clock';
import { levelLabels } from '@/lib/copy/dues';
import { COUNCIL_LEVELS } from '@/lib/council/levels';
import { COUNCIL_PAGE, type CouncilUnit, listCouncil, type SeatLine } from '@/lib/council/list-council';
import { listMeeting } from '@/lib/council/meeting';
import { type Day, formatDay, isDay } from '@/lib/days';
import { listQuery, pageOf } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: '理事会' };

const PATH = '/admin/council';
const VIEWS = [
  { value: '', label: '席位' },
  { value: 'meeting', label: '会前清单' },
];
type Query = Record<string, string>;

export default async function CouncilPage({ searchParams }: PageProps<'/admin/council'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['view', 'level', 'on']);
  const isMeeting = query.view === 'meeting';
  const day = query.on && isDay(query.on) ? query.on : await today();
  return (
    <>
      <PageTitle
        hint="理事单位、常务理事单位、副会长单位，由谁担任。"
        actions={
          <>
            {!isMeeting && <SearchBox path={PATH} query={query} placeholder="单位、编号或担任人姓名" />}
            <DownloadLink href={`/api/council/export?on=${day}`} download>
              导出 Excel（席位和会前清单）
            </DownloadLink>
          </>
        }
      >
        理事会
      </PageTitle>
      <div className="mb-4">
        <FilterTabs path={PATH} query={{ view: query.view ?? '' }} name="view" label="内容" tabs={VIEWS} />
      </div>
      {isMeeting ? <MeetingView actor={actor} on={day} query={query} /> : <SeatsView actor={actor} on={day} query={query} />}
    </>
  );
}

async function SeatsView({ actor, on, query }: { actor: Actor; on: Day; query: Query }) {
  const level = COUNCIL_LEVELS.find((value) => value === query.level) ?? null;
  const page = pageOf(query.page);
  const { rows, total, atLeast, hasNext } = await orNotFound(listCouncil(actor, { level, search: query.search ?? '', page }, on));
  const tabs = [{ value: '', label: '全部' }, ...COUNCIL_LEVELS.map((value) => ({ value, label: levelLabels[value] }))];
  return (
    <Panel flush>
      <div className="border-b border-line-2 px-2 py-1.5 md:px-4">
        <FilterTabs path={PATH} query={query} name="level" label="按级别" tabs={tabs} />
      </div>
      <Table
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        caption="理事会席位"
        empty={query.search ? `没有找到“${query.search}”。` : '还没有理事单位。会员级别变更为理事单位及以上后，出现在这里。'}
        total={total}
      />
      <Pagination path={PATH} query={query} page={page} size={COUNCIL_PAGE} total={total} uncounted={atLeast ? { hasNext } : undefined} />
    </Panel>
  );
}

async function MeetingView({ actor, on, query }: { actor: Actor; on: Day; query: Query }) {
  const meeting = await orNotFound(listMeeting(actor, on));
  return (
    <div className="flex flex-col gap-5">
      <Panel title={`截至 ${formatDay(on)}`} hint={`理事单位及以上 ${meeting.units} 家`}>
        <FilterForm
          path={PATH}
          query={{ ...query, on }}
          filters={[{ name: 'on', label: '截止日期', type: 'date' }]}
          button="按这一天查看"
        />
      </Panel>
      <MeetingLists meeting={meeting} />
    </div>
  );
}

const seatsOf = (seats: readonly SeatLine[], text: (seat: SeatLine) => React.ReactNode) =>
  seats.map((seat) => (
    <span key={seat.id} className="block">
      {text(seat)}
    </span>
  ));

const columns: readonly Column<CouncilUnit>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ id, name }) => (
      <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
        {name}
      </Link>
    ),
  },
  { key: 'level', heading: '会员级别', cell: ({ level }) => levelLabels[level] },
  {
    key: 'person',
    heading: '担任人',
    cell: ({ seats }) => (seats.length ? seatsOf(seats, ({ person }) => person) : <Tag tone="warn">空缺</Tag>),
  },
  { key: 'position', heading: '席位', cell: ({ seats }) => seatsOf(seats, ({ position }) => position) },
  { key: 'title', heading: '职务', cell: ({ seats }) => seatsOf(seats, ({ title }) => title || '—') },
  { key: 'term', heading: '届次', cell: ({ seats }) => seatsOf(seats, ({ term }) => term) },
  { key: 'to', heading: '任期至', numeric: true, cell: ({ seats }) => seatsOf(seats, ({ to }) => (to ? formatDay(to) : '—')) },
];
