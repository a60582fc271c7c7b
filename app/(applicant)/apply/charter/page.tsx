import type { Metadata } from 'next';
import { StepBar } from '@/components/applications/step-bar';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Prose } from '@/components/ui/prose';
import { getCurrentDocument } from '@/lib/documents/queries';
import { applyPath, applyQuery, loadDraftForStep } from '../load-draft';
import { agreeCharterAction } from './actions';

export const metadata: Metadata = { title: '阅读章程' };

export default async function CharterPage({ searchParams }: PageProps<'/apply/charter'>) {
  const draft = await loadDraftForStep(searchParams, 'charter');
  const charter = await getCurrentDocument('charter');
  const agreed = draft.journey.some(({ id, done }) => id === 'charter' && done);
  return (
    <>
      <PageTitle hint="阅读完毕，点击页面底部的“同意”继续。">阅读《{charter.title}》</PageTitle>
      <StepBar journey={draft.journey} current="charter" query={applyQuery(draft)} />
      <Panel title={charter.title} hint={`第 ${charter.number} 版`}>
        <Prose text={charter.body} />
      </Panel>
      <div className="mt-6">
        {agreed ? (
          <div className="flex flex-wrap items-center gap-4">
            <ButtonLink href={applyPath('/apply/company', draft)}>继续填写企业信息</ButtonLink>
            <Note tone="ok">您已同意本章程。</Note>
          </div>
        ) : (
          <ActionForm action={agreeCharterAction} hidden={{ applicationId: draft.id }}>
            <SubmitButton>同意</SubmitButton>
          </ActionForm>
        )}
      </div>
    </>
  );
}
