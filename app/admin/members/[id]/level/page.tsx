import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import { LevelConsequences } from '@/components/members/level-consequences';
import { FilterForm } from '@/components/ui/filter-form';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { today } from '@/lib/clock';
import { levelLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { DomainError } from '@/lib/errors';
import { previewLevelChange } from '@/lib/members/level-consequence';
import { levelChoiceSchema } from '@/lib/members/schema';
import { ENDED } from '@/lib/members/states';
import { formatFen } from '@/lib/money';
import { orNotFound } from '../../../../or-not-found';
import { changeLevelAction } from '../actions';
import { loadMember } from '../load-member';

export const metadata: Metadata = { title: '变更会员级别' };

export default async function LevelPage({ params, searchParams }: PageProps<'/admin/members/[id]/level'>) {
  const { actor, member } = await loadMember(params, 'member.changeLevel');
  const day = await today();
  const path = `/admin/members/${member.id}/level`;
  const query = await searchParams;
  const choice = levelChoiceSchema.safeParse(query);
  const since = member.levels.find(({ to }) => to === null)?.from ?? member.joinedOn;
  const others = Object.entries(levelLabels).filter(([level]) => level !== member.level);
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/members">会员</Link> › <Link href={`/admin/members/${member.id}`}>{member.fields.name}</Link>
      </p>
      <PageTitle hint={`现在是${levelLabels[member.level]}，${formatDay(since)} 起`}>变更会员级别</PageTitle>
      <div className="flex max-w-4xl flex-col gap-5">
        {ENDED.includes(member.state) ? (
          <Note tone="warn" title="已退会或已除名的会员不能变更级别，请先恢复会员资格。" />
        ) : (
          <Panel title="第一步：选择级别和生效日期" hint="先看对会费的影响，再确认">
            <FilterForm
              path={path}
              query={choice.success ? choice.data : { from: day }}
              filters={[
                { name: 'level', label: '新的级别', options: others.map(([code, label]) => ({ code, label })), any: '请选择' },
                { name: 'from', label: '生效日期', type: 'date' },
              ]}
              button="查看对会费的影响"
            />
          </Panel>
        )}
        {!choice.success && (query.level !== undefined || query.from !== undefined) && (
          <Note tone="warn" title="请选择新的级别和生效日期。" />
        )}
        {choice.success && <Confirm {...{ actor, member, day, choice: choice.data }} />}
      </div>
    </>
  );
}

type ConfirmProps = Awaited<ReturnType<typeof loadMember>> & { choice: { level: keyof typeof levelLabels; from: string } };

async function Confirm({ actor, member, choice }: ConfirmProps) {
  const rows = await orNotFound(previewLevelChange(actor, { memberId: member.id, ...choice }).catch(refusalOf));
  if (typeof rows === 'string') return <Note tone="warn" title={rows} />;
  const topUp = rows.reduce((sum, { topUpFen }) => sum + topUpFen, 0);
  return (
    <Panel title={`第二步：确认变更为${levelLabels[choice.level]}`} hint={`${formatDay(choice.from)} 起`}>
      <LevelConsequences rows={rows} level={choice.level} />
      <ActionForm
        action={changeLevelAction}
        hidden={{ memberId: member.id, openLevelId: member.openLevelId ?? '', ...choice }}
        labels={{ level: '新的级别', from: '生效日期', reason: '变更原因', resolution: '决议' }}
        className="mt-5 flex flex-col gap-4"
      >
        <ReasonField name="reason" label="变更原因" />
        <LineField name="resolution" label="决议" hint="会议名称、日期或文号，没有可不填" maxLength={200} />
        {topUp > 0 && <TickField name="topUp">同时生成补差会费 {formatFen(topUp)}，单独一笔，不影响已交的年度</TickField>}
        <p className="text-ink-2">确认后换发会员证，原会员证查验时显示“已换发”。</p>
        <div>
          <SubmitButton waiting="正在变更…">确认变更级别</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}

/** What the level and the day chosen are refused for. */
function refusalOf(error: unknown): string {
  const [text] = error instanceof DomainError ? Object.values(error.details.fieldErrors ?? {}) : [];
  if (text) return text;
  throw error;
}
