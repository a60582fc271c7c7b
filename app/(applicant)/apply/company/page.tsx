import type { Metadata } from 'next';
import { ReturnedNote } from '@/components/applications/returned-note';
import { StepBar } from '@/components/applications/step-bar';
import { AutosaveHint } from '@/components/drafts/autosave-hint';
import { PageTitle } from '@/components/ui/page-title';
import { storedValues } from '@/lib/actions/form-values';
import { pickAnswers } from '@/lib/applications/answer-fields';
import { formatClock } from '@/lib/days';
import { listCompanyChoices } from '@/lib/dictionaries/queries';
import { ContinueElsewhere } from '../elsewhere/continue-elsewhere';
import { applyPath, applyQuery, loadDraftForStep } from '../load-draft';
import { CompanyForm } from './company-form';

export const metadata: Metadata = { title: '填写企业信息' };

export default async function CompanyPage({ searchParams }: PageProps<'/apply/company'>) {
  const draft = await loadDraftForStep(searchParams, 'company');
  const choices = await listCompanyChoices();
  return (
    <>
      <PageTitle hint={<AutosaveHint />}>填写企业信息</PageTitle>
      <StepBar journey={draft.journey} current="company" query={applyQuery(draft)} />
      <ReturnedNote returned={draft.returned} step="company" />
      <CompanyForm
        applicationId={draft.id}
        values={pickAnswers('company', storedValues(draft.company))}
        choices={choices}
        marks={draft.returned?.marks ?? []}
        previous={applyPath('/apply/charter', draft)}
        version={draft.saved.company.version}
        savedAt={draft.saved.company.at && formatClock(draft.saved.company.at)}
      />
      <ContinueElsewhere draft={draft} step="company" />
    </>
  );
}
