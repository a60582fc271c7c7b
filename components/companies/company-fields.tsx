'use client';

import { SelectField } from '@/components/form/select-field';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { PROFILE_LENGTH } from '@/lib/applications/schema';
import { companyFieldLabels as labels } from '@/lib/copy/applications';
import { AddressFields } from './address-fields';
import type { CompanyChoices } from './answer-words';

type CompanyFieldsProps = {
  choices: CompanyChoices;
  /** What sets a field apart that somebody asks to correct. */
  marked?: (field: string) => string;
};

/** 企业信息 without what a licence proves: for an application and for a member. Stands in a grid of two columns. */
export function CompanyFields({ choices, marked = () => '' }: CompanyFieldsProps) {
  return (
    <>
      <SelectField
        name="industry"
        label={labels.industry}
        hint="按主营业务选择"
        options={choices.industry}
        className={marked('industry')}
        required
      />
      <SelectField name="field" label={labels.field} hint="按主营业务选择" options={choices.field} className={marked('field')} required />
      <AddressFields regions={choices.regions} marked={marked} />
      <TextField name="legalRepresentative" label={labels.legalRepresentative} className={marked('legalRepresentative')} required />
      <SelectField name="companyType" label={labels.companyType} options={choices.companyType} className={marked('companyType')} required />
      <SelectField name="affiliation" label={labels.affiliation} options={choices.affiliation} className={marked('affiliation')} required />
      <TextArea name="profile" label={labels.profile} limit={PROFILE_LENGTH} className={`md:col-span-2 ${marked('profile')}`} required />
    </>
  );
}
