'use client';

import { answerWords, type CompanyChoices } from '@/components/companies/answer-words';
import { CompanyFields } from '@/components/companies/company-fields';
import { QualificationFields } from '@/components/companies/qualification-fields';
import { DraftForm } from '@/components/drafts/draft-form';
import { SavedLine } from '@/components/drafts/saved-line';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { UsccField } from '@/components/form/uscc-field';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { companySchema } from '@/lib/applications/schema';
import { companyFieldLabels as labels, liaisonFieldLabels } from '@/lib/copy/applications';
import { saveCompanyAction } from './actions';
import { LiaisonRows } from './liaison-rows';

type CompanyFormProps = {
  applicationId: string;
  values: FormValues;
  version: number;
  choices: CompanyChoices;
  marks: readonly { target: string; comment: string }[];
  previous: string;
  savedAt: string | null;
};

export function CompanyForm({ applicationId, values, version, choices, marks, previous, savedAt }: CompanyFormProps) {
  const notes = Object.fromEntries(marks.map(({ target, comment }) => [target.replace('company.', ''), comment]));
  const marked = (field: string) => (marks.some(({ target }) => target === `company.${field}`) ? 'rounded-md bg-accent-soft p-3 -m-3' : '');
  return (
    <DraftForm
      action={saveCompanyAction}
      schema={companySchema}
      record={{ applicationId }}
      step="company"
      values={values}
      stored={values}
      version={version}
      labels={{ ...liaisonFieldLabels, ...labels, 'liaisons.name': liaisonFieldLabels.name }}
      notes={notes}
      words={(unit, value) => answerWords(unit, value, choices)}
    >
      <Panel title="企业信息" hint="* 为必填">
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <TextField
            name="name"
            label={labels.name}
            hint="与营业执照一致"
            autoComplete="organization"
            className={marked('name')}
            required
          />
          <UsccField label={labels.uscc} className={marked('uscc')} required />
          <CompanyFields choices={choices} marked={marked} />
        </div>
      </Panel>
      <Panel title="联络员" hint="1–2 名，文件默认邮寄给第一联络员" id="liaisons">
        <PanelMark comment={notes.liaisons} />
        <LiaisonRows />
      </Panel>
      <Panel title="资质信息" hint="没有特级资质请选择“无”" id="qualifications">
        <PanelMark comment={notes.qualifications} />
        <QualificationFields options={choices.qualification} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting="正在保存…" className="max-md:flex-1">
          保存并继续
        </SubmitButton>
        <ButtonLink href={previous} look="quiet">
          上一步
        </ButtonLink>
        <SavedLine savedAt={savedAt} />
      </div>
    </DraftForm>
  );
}

/** What a reviewer asks for in a whole panel. */
function PanelMark({ comment }: { comment: string | undefined }) {
  if (!comment) return null;
  return (
    <div className="mb-4">
      <Note tone="warn">审核意见：{comment}</Note>
    </div>
  );
}
