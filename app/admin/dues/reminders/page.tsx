import type { Metadata } from 'next';
import { DoneNote } from '@/components/dues/done-note';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { PauseSwitch } from '@/components/reminders/pause-switch';
import { PlannedTable } from '@/components/reminders/planned-table';
import { ReminderWords } from '@/components/reminders/reminder-words';
import { ScheduleForm } from '@/components/reminders/schedule-form';
import { SentTable } from '@/components/reminders/sent-table';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { isAllowed } from '@/lib/access/authorize';
import { storedValues } from '@/lib/actions/form-values';
import { stageLabel } from '@/lib/copy/reminders';
import { type Day, formatDay } from '@/lib/days';
import { listQuery, pageOf } from '@/lib/list-query';
import { formatFen } from '@/lib/money';
import { listReminders, previewReminders, REMINDERS_PAGE, type ReminderGroup, type ReminderPreview } from '@/lib/reminders/queries';
import { requireAccount } from '@/lib/session';
import { getSetting } from '@/lib/settings/get-setting';
import { orNotFound } from '../../../or-not-found';
import { changeRemindersAction, pauseRemindersAction, sendRemindersAction } from './actions';

export const metadata: Metadata = { title: '催交提醒' };

const PATH = '/admin/dues/reminders';

const tabs = [
  { value: '', label: '接下来发给谁' },
  { value: 'sent', label: '发送记录' },
  { value: 'failed', label: '没有送到' },
  { value: 'schedule', label: '时间安排' },
];

export default async function RemindersPage({ searchParams }: PageProps<'/admin/dues/reminders'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['view', 'group']);
  const page = pageOf(query.page);
  const preview = await orNotFound(previewReminders(actor, { ...readGroup(query.group), search: query.search ?? '', page }));
  const mayChange = isAllowed(actor, 'reminder.change', null);
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle
        hint="每一笔会费在每个阶段只提醒一次，几年欠费合在一条里；已交、已填报、已退会和暂停的不发。"
        actions={!query.view && <SearchBox path={PATH} query={query} placeholder="单位名称" />}
      >
        催交提醒
      </PageTitle>
      <div className="flex flex-col gap-5">
        <PauseSwitch isPaused={preview.isPaused} action={mayChange ? pauseRemindersAction : null} />
        <FilterTabs path={PATH} query={{ view: query.view ?? '' }} name="view" label="催交提醒" tabs={tabs} />
        {!query.view && <Next preview={preview} query={query} page={page} maySend={isAllowed(actor, 'reminder.send', null)} />}
        {(query.view === 'sent' || query.view === 'failed') && <Sent query={query} page={page} />}
        {query.view === 'schedule' && <Schedule mayChange={mayChange} />}
      </div>
    </>
  );
}

type NextProps = { preview: ReminderPreview; query: Record<string, string>; page: number; maySend: boolean };

function Next({ preview: { groups, chosen, today, isPaused, isOpen }, query, page, maySend }: NextProps) {
  const group = groups.find(({ stage, on }) => stage === chosen?.stage && on === chosen.on);
  if (!chosen || !group) {
    return (
      <Panel title="接下来发给谁">
        <p className="text-ink-3">现在没有要提醒的单位：都已交纳、已填报，或者所有阶段都提醒过了。</p>
      </Panel>
    );
  }
  return (
    <>
      <FilterTabs
        path={PATH}
        query={{ group: keyOf(group) }}
        name="group"
        label="按阶段"
        tabs={groups.map((each) => ({
          value: keyOf(each),
          label: `${stageLabel(each.stage)}，${whenOf(each.on, today)}`,
          count: each.found,
        }))}
      />
      <Panel
        title={`${stageLabel(group.stage)}的提醒`}
        hint={`${whenOf(group.on, today)}，${group.count} 家，共 ${formatFen(group.openFen)}`}
        flush
      >
        <ReminderWords {...chosen} />
        {maySend && (
          <div className="border-b border-line-2 bg-ground px-4 py-3 md:px-6">
            <ActionForm
              action={sendRemindersAction}
              hidden={{ stage: String(group.stage), on: group.on }}
              className="flex flex-wrap items-center gap-x-4 gap-y-2"
            >
              {group.count > group.unreachable && (
                <SubmitButton look="secondary" waiting="正在发送…">
                  现在发给这 {group.count - group.unreachable} 家
                </SubmitButton>
              )}
              <span className="text-sm text-ink-3">{sendHint({ isPaused, isOpen, isDue: group.on <= today })}</span>
              <DoneNote />
            </ActionForm>
          </div>
        )}
        <PlannedTable rows={chosen.rows} empty={query.search ? `要提醒的单位里没有“${query.search}”。` : '这一页没有单位。'} />
        <Pagination path={PATH} query={query} page={page} size={REMINDERS_PAGE} total={chosen.found} />
      </Panel>
    </>
  );
}

const keyOf = ({ stage, on }: Pick<ReminderGroup, 'stage' | 'on'>) => `${stage}_${on}`;
const readGroup = (key = '') => {
  const [stage, on = ''] = key.split('_');
  return { stage: Number(stage), on };
};
const whenOf = (on: Day, today: Day) => (on <= today ? '已到时间' : formatDay(on));

function sendHint({ isPaused, isOpen, isDue }: { isPaused: boolean; isOpen: boolean; isDue: boolean }): string {
  if (!isOpen) return '现在不在发送时间内。';
  if (!isDue) return '提前发送后，到时间不再重发。';
  return isPaused ? '自动提醒暂停中，要发请按这里。' : '一小时内自动发送，也可以现在就发。';
}

async function Sent({ query, page }: { query: Record<string, string>; page: number }) {
  const failed = query.view === 'failed';
  const { rows, total } = await listReminders(await requireAccount(), { failed, page });
  return (
    <Panel title={failed ? '没有送到的提醒' : '发送记录'} hint={failed ? '请打电话联系，并更正联络员的手机号或邮箱' : undefined} flush>
      <SentTable rows={rows} empty={failed ? '没有失败的。' : '还没有发过提醒。'} />
      <Pagination path={PATH} query={query} page={page} size={REMINDERS_PAGE} total={total} />
    </Panel>
  );
}

async function Schedule({ mayChange }: { mayChange: boolean }) {
  const setting = await getSetting('reminders');
  return (
    <Panel title="时间安排" hint="修改后约半分钟生效，记入审计">
      {mayChange ? (
        <ScheduleForm action={changeRemindersAction} values={storedValues(setting)} />
      ) : (
        <p>
          到期前 {setting.before || '不发'} 天，到期后 {setting.after || '不发'} 天{setting.onDay && '，到期当天'}；{setting.fromHour}:00–
          {setting.untilHour}:00 之间发送。
        </p>
      )}
    </Panel>
  );
}
