import type { Metadata } from 'next';
import { ApplicationHistory } from '@/components/applications/application-history';
import { ReturnedNote } from '@/components/applications/returned-note';
import { FilingSummary } from '@/components/dues/filing-summary';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { getHistory } from '@/lib/applications/queries';
import { EDITABLE, TERMINAL } from '@/lib/applications/states';
import { applicationStateLabels, applicationStateTexts } from '@/lib/copy/applications';
import { listFilingsOfApplication } from '@/lib/dues/queries';
import { requireMember } from '@/lib/session';
import { applyPath, applyQuery, loadDraft } from '../load-draft';
import { reapplyAction, withdrawAction } from './actions';

export const metadata: Metadata = { title: '申请进度' };

export default async function StatusPage({ searchParams }: PageProps<'/apply/status'>) {
  const draft = await loadDraft(searchParams);
  const actor = await requireMember();
  const [history, filings] = await Promise.all([getHistory(actor, draft.id), listFilingsOfApplication(actor, draft.id)]);
  const state = applicationStateLabels[draft.state];
  const [filing] = filings;
  const decided = history.at(-1);
  return (
    <>
      <PageTitle hint={draft.companyName}>
        入会申请 <Tag tone={state.tone}>{state.text}</Tag>
      </PageTitle>
      <div className="flex flex-col gap-5">
        <ReturnedNote returned={draft.returned} query={applyQuery(draft)} />
        <Panel title="现在的进度">
          <p className="mb-4">{applicationStateTexts[draft.state]}</p>
          {draft.state === 'rejected' && decided?.reason && (
            <div className="mb-4">
              <Note tone="bad" title="不予通过的原因">
                <p className="whitespace-pre-line">{decided.reason}</p>
              </Note>
            </div>
          )}
          {EDITABLE.includes(draft.state) && (
            <ButtonLink href={applyPath('/apply', draft)}>{draft.state === 'returned' ? '修改并重新提交' : '继续填写'}</ButtonLink>
          )}
          {draft.state === 'approved' && <ButtonLink href="/home">进入会员主页，下载会员证</ButtonLink>}
          {(draft.state === 'rejected' || draft.state === 'withdrawn') && (
            <ActionForm action={reapplyAction} hidden={{ applicationId: draft.id }}>
              <SubmitButton look="secondary">重新申请</SubmitButton>
            </ActionForm>
          )}
        </Panel>
        {filing && (
          <Panel title="会费" hint={filing.state === 'pending' && !filing.forRefund ? '等待财务确认到账' : undefined}>
            {filing.state === 'returned' && !TERMINAL.includes(draft.state) && (
              <div className="mb-4">
                <Note tone="warn" title="汇款信息被退回">
                  <p className="mb-3">{filing.reason}</p>
                  <ButtonLink href={applyPath('/apply/dues', draft)}>重新填写汇款信息</ButtonLink>
                </Note>
              </div>
            )}
            <FilingSummary filing={filing} />
          </Panel>
        )}
        <Panel title="申请记录">
          <ApplicationHistory events={history} forApplicant />
        </Panel>
        {!TERMINAL.includes(draft.state) && (
          <details className="rounded-lg border border-line bg-white px-4 md:px-6">
            <summary className="flex min-h-11 items-center text-ink-2">撤回申请</summary>
            <div className="pb-5">
              <p className="mb-3">撤回后本次申请结束，已上传的材料不再审核；已交的会费会转入待退费，由协会联系退还。以后可以重新申请。</p>
              <ActionForm action={withdrawAction} hidden={{ applicationId: draft.id }}>
                <SubmitButton look="danger">确认撤回</SubmitButton>
              </ActionForm>
            </div>
          </details>
        )}
      </div>
    </>
  );
}
