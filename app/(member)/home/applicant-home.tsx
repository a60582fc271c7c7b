import { StepBar } from '@/components/applications/step-bar';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { type DraftView, getDraft, hasApplication } from '@/lib/applications/queries';
import { EDITABLE } from '@/lib/applications/states';
import { steps } from '@/lib/applications/steps';
import { applicationStateLabels, applicationStateTexts } from '@/lib/copy/applications';
import { requireMember } from '@/lib/session';

/** The first page of somebody whose company is no member yet: where the application stands, and the one thing to do. */
export async function ApplicantHome() {
  const actor = await requireMember();
  if (!(await hasApplication(actor))) return <NoCompany name={actor.name} />;
  const draft = await getDraft(actor);
  const state = applicationStateLabels[draft.state];
  const { text, href, label } = nextThing(draft);
  return (
    <>
      <PageTitle hint="入会申请">
        {draft.companyName} <Tag tone={state.tone}>{state.text}</Tag>
      </PageTitle>
      {EDITABLE.includes(draft.state) && <StepBar journey={draft.journey} current={draft.firstOpen} query="" />}
      <Panel title="下一步">
        <p className="mb-4">{text}</p>
        <ButtonLink href={href}>{label}</ButtonLink>
      </Panel>
    </>
  );
}

function nextThing({ state, firstOpen, filing }: DraftView): { text: string; href: string; label: string } {
  const text = applicationStateTexts[state];
  if (state === 'returned') return { text, href: '/apply/status', label: '查看审核意见并修改' };
  if (EDITABLE.includes(state)) {
    return { text, href: '/apply', label: `继续填写：${steps.find(({ id }) => id === firstOpen)?.title ?? '入会申请'}` };
  }
  if (state === 'submitted' && filing?.state === 'returned') {
    return { text: '会费的汇款信息被退回，请重新填写；申请仍在审核。', href: '/apply/dues', label: '重新填写汇款信息' };
  }
  return { text, href: '/apply/status', label: '查看申请进度' };
}

/** An account that was a liaison and is none any more. */
function NoCompany({ name }: { name: string }) {
  return (
    <>
      <PageTitle>{name}，您好</PageTitle>
      <Note title="您现在不是任何单位的联络员">
        <p className="mb-3">可能已更换联络员。如仍由您负责，请让本单位的第一联络员添加您，或联系协会。</p>
        <ButtonLink href="/contact" look="secondary">
          联系协会
        </ButtonLink>
      </Note>
    </>
  );
}
