'use client';

import type { CompanyChoices } from '@/components/companies/answer-words';
import { CompanyFields } from '@/components/companies/company-fields';
import { QualificationFields } from '@/components/companies/qualification-fields';
import { Form } from '@/components/form/form';
import { useFormContext } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { UsccField } from '@/components/form/uscc-field';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { correctCompanySchema } from '@/lib/companies/staff-schema';
import { companyFieldLabels as labels } from '@/lib/copy/applications';
import { correctCompanyAction } from '../actions';

type CorrectCompanyFormProps = { companyId: string; version: number; values: FormValues; choices: CompanyChoices; back: string };

export function CorrectCompanyForm({ companyId, version, values, choices, back }: CorrectCompanyFormProps) {
  return (
    <Form
      action={correctCompanyAction}
      schema={correctCompanySchema}
      values={{ ...values, companyId, version: String(version) }}
      labels={labels}
      hidden={{ companyId }}
    >
      <Version opened={version} />
      <Panel title="企业信息" hint="原来空着的可以先不填">
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <TextField name="name" label={labels.name} hint="改名会保留曾用名，并换发会员证" required />
          <UsccField label={labels.uscc} hint="改动会换发会员证" required />
          <CompanyFields choices={choices} />
        </div>
      </Panel>
      <Panel title="资质信息" id="qualifications">
        <QualificationFields options={choices.qualification} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting="正在保存…">保存</SubmitButton>
        <ButtonLink href={back} look="quiet">
          取消
        </ButtonLink>
      </div>
    </Form>
  );
}

/** Of the record that was shown; after somebody else's change was shown, of that. */
function Version({ opened }: { opened: number }) {
  const { state } = useFormContext();
  return <input type="hidden" name="version" value={state.data?.version ?? String(opened)} />;
}
