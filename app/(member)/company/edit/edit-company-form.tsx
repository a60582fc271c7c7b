'use client';

import { answerWords, type CompanyChoices } from '@/components/companies/answer-words';
import { CompanyFields } from '@/components/companies/company-fields';
import { EditConflicts } from '@/components/companies/edit-conflicts';
import { LiaisonContacts } from '@/components/companies/liaison-contacts';
import { QualificationFields } from '@/components/companies/qualification-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { companyEditSchema } from '@/lib/companies/edit-schema';
import { companyFieldLabels, liaisonFieldLabels } from '@/lib/copy/applications';
import { editCompanyAction } from './actions';

type EditCompanyFormProps = {
  companyId: string;
  values: FormValues;
  choices: CompanyChoices;
  paths: { back: string; rename: string; liaisons: string };
};

const labels = { ...liaisonFieldLabels, ...companyFieldLabels, 'liaisons.name': liaisonFieldLabels.name };

export function EditCompanyForm({ companyId, values, choices, paths }: EditCompanyFormProps) {
  return (
    <Form action={editCompanyAction} schema={companyEditSchema} values={values} labels={labels} hidden={{ companyId }}>
      {/* What the Enter key presses: the first button of a form, which else would be one of the choices below. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <EditConflicts stored={values} labels={labels} words={(unit, value) => answerWords(unit, value, choices)} />
      <Panel title="企业信息" hint="* 为必填">
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <div className="md:col-span-2">
            <p className="font-semibold">
              {String(values.name)} <span className="num ml-2 font-normal text-ink-3">{String(values.uscc)}</span>
            </p>
            <p className="text-sm text-ink-3">
              单位名称和信用代码印在会员证和票据上，需要
              <Link href={paths.rename} className="inline-flex min-h-11 items-center">
                提交变更申请
              </Link>
              ，由协会确认。
            </p>
          </div>
          <CompanyFields choices={choices} />
        </div>
      </Panel>
      <Panel
        title="联络员"
        hint={
          <Link href={paths.liaisons} className="inline-flex min-h-11 items-center">
            更换联络员
          </Link>
        }
        id="liaisons"
      >
        <LiaisonContacts liaisons={values.liaisons} />
      </Panel>
      <Panel title="资质信息" hint="没有特级资质请选择“无”" id="qualifications">
        <QualificationFields options={choices.qualification} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting="正在保存…" className="max-md:flex-1">
          保存
        </SubmitButton>
        <ButtonLink href={paths.back} look="quiet">
          取消
        </ButtonLink>
        <p className="text-sm text-ink-3">保存后立即生效；地址、联络员和资质的修改会同时告知协会。</p>
      </div>
    </Form>
  );
}
