import type { Metadata } from 'next';
import { DaysForm } from '@/components/calendar/days-form';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { FilterTabs } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import type { PublishedDays } from '@/lib/calendar/published';
import { type CalendarYear, getCalendarYear } from '@/lib/calendar/queries';
import { calendarYear } from '@/lib/calendar/schema';
import { today } from '@/lib/clock';
import { type Day, daysBetween, formatDay, weekdayOf, yearOf } from '@/lib/days';
import { listQuery } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { markCalendarYearAction, removeCalendarDayAction, setCalendarDaysAction } from './actions';

export const metadata: Metadata = { title: '工作日历' };

const PATH = '/admin/settings/calendar';
type Entered = CalendarYear['entered'][number];

const span = (from: Day, to: Day) =>
  from === to ? `${formatDay(from)} ${weekdayOf(from)}` : `${formatDay(from)} ${weekdayOf(from)} 至 ${formatDay(to)} ${weekdayOf(to)}`;
const kind = (workday: boolean) => <Tag tone={workday ? 'info' : 'ok'}>{workday ? '上班' : '放假'}</Tag>;

const published: readonly Column<PublishedDays>[] = [
  { key: 'days', heading: '日期', cell: ({ from, to }) => <span className="num">{span(from, to)}</span> },
  { key: 'count', heading: '天数', numeric: true, cell: ({ from, to }) => daysBetween(from, to) + 1 },
  { key: 'kind', heading: '安排', cell: ({ workday }) => kind(workday) },
  { key: 'name', heading: '说明', cell: ({ name, workday }) => (workday ? `${name}调休` : name) },
];

const entered: readonly Column<Entered>[] = [
  { key: 'day', heading: '日期', cell: ({ day }) => <span className="num">{span(day, day)}</span> },
  { key: 'kind', heading: '安排', cell: ({ workday }) => kind(workday) },
  { key: 'note', heading: '说明', cell: ({ note }) => note || '—' },
  {
    key: 'do',
    heading: '操作',
    cell: ({ day }) => (
      <ActionForm action={removeCalendarDayAction} hidden={{ day }}>
        <SubmitButton look="quiet" size="small" aria-label={`删除 ${formatDay(day)}`}>
          删除
        </SubmitButton>
      </ActionForm>
    ),
  },
];

export default async function CalendarPage({ searchParams }: PageProps<'/admin/settings/calendar'>) {
  const now = yearOf(await today());
  const query = listQuery(await searchParams, ['year']);
  const asked = calendarYear.safeParse(query.year);
  const year = asked.success ? asked.data : now;
  const calendar = await orNotFound(getCalendarYear(await requireAccount(), year));
  return (
    <>
      <UpLink href="/admin/settings">设置</UpLink>
      <PageTitle hint="开票期限、审核等待天数都按这里的工作日计算；录入的优先于公布的。">工作日历</PageTitle>
      <div className="flex max-w-5xl flex-col gap-5">
        <FilterTabs
          path={PATH}
          query={query}
          name="year"
          label="年份"
          tabs={[now - 1, now, now + 1].map((each) => ({ value: each === now ? '' : String(each), label: `${each} 年` }))}
        />
        <Standing {...calendar} />
        <Panel title="录入放假、调休">
          <DaysForm action={setCalendarDaysAction} />
        </Panel>
        <Panel title={`${year} 年录入的日期`} hint={`${calendar.entered.length} 天`} flush>
          <Table
            columns={entered}
            rows={calendar.entered}
            rowKey={({ day }) => day}
            caption="录入的日期"
            empty="没有录入。公布的安排有变动，或者还没有公布时，在上面录入。"
            cards
          />
        </Panel>
        <Panel title={`${year} 年公布的放假安排`} flush>
          <Table
            columns={published}
            rows={calendar.published}
            rowKey={({ from }) => from}
            caption="公布的放假安排"
            empty="系统里还没有这一年的安排。"
            cards
          />
        </Panel>
      </div>
    </>
  );
}

function Standing({ year, isPublished, isComplete }: CalendarYear) {
  if (isPublished) return null;
  return (
    <Note tone={isComplete ? 'ok' : 'warn'} title={isComplete ? `${year} 年的放假安排已全部录入` : `系统里还没有 ${year} 年的放假安排`}>
      <p>
        {isComplete
          ? '工作日期限按下面录入的日期计算。'
          : '国务院通知通常在前一年 11 月公布。请逐个录入放假和调休上班的日期，全部录完后按下面的按钮；在此之前，期限按周一至周五计算，并提醒工作人员。'}
      </p>
      <ActionForm action={markCalendarYearAction} hidden={{ year: String(year), isComplete: String(!isComplete) }} className="mt-3">
        <SubmitButton look="secondary">{isComplete ? '还没有录完' : `${year} 年已全部录入`}</SubmitButton>
      </ActionForm>
    </Note>
  );
}
