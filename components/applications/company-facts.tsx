import type { ReactNode } from 'react';
import type { Fact } from '@/components/ui/facts';
import { Missing } from '@/components/ui/missing';
import { companyTargets } from '@/lib/applications/marks';
import type { CompanyAnswers } from '@/lib/applications/schema';
import { companyFieldLabels, liaisonOrderLabels } from '@/lib/copy/applications';

/** Turns codes into words; made where the dictionaries are. */
export type CompanyWords = { [field in 'industry' | 'field' | 'provinceCode' | 'cityCode' | 'companyType' | 'affiliation']: string } & {
  qualifications: readonly string[];
};

export type CompanyFact = Fact & { target: string; label: string };

/** 企业信息 row by row, in the form's order; each row can be marked by a reviewer. */
export function companyFacts(answers: CompanyAnswers, words: CompanyWords): CompanyFact[] {
  const values: Record<(typeof companyTargets)[number], ReactNode> = {
    name: answers.name,
    uscc: answers.uscc,
    industry: words.industry,
    field: words.field,
    provinceCode: words.provinceCode,
    cityCode: words.cityCode,
    address: answers.address,
    postcode: answers.postcode,
    legalRepresentative: answers.legalRepresentative,
    companyType: words.companyType,
    affiliation: words.affiliation,
    profile: answers.profile && <span className="whitespace-pre-line">{answers.profile}</span>,
    liaisons: <LiaisonLines liaisons={answers.liaisons} />,
    qualifications: words.qualifications.join('、'),
  };
  return companyTargets.map((field) => ({
    target: `company.${field}`,
    label: companyFieldLabels[field],
    value: values[field] || <Missing />,
  }));
}

function LiaisonLines({ liaisons }: { liaisons: CompanyAnswers['liaisons'] }) {
  return liaisons.map(({ order, name, department, title, mobile, email }) => (
    <span key={order} className="block">
      {liaisonOrderLabels[order]}：{[name, `${department} ${title}`.trim(), mobile, email].filter(Boolean).join(' · ')}
    </span>
  ));
}
