import { companyFieldLabels, fileKindLabels } from '../copy/applications';
import { documentKinds, pathOf } from './steps';

/** What a reviewer can mark, in the order of the page: one row of 企业信息 or one file each. */
export const companyTargets = [
  'name',
  'uscc',
  'industry',
  'field',
  'provinceCode',
  'cityCode',
  'address',
  'postcode',
  'legalRepresentative',
  'companyType',
  'affiliation',
  'profile',
  'liaisons',
  'qualifications',
] as const;

const targets = new Map<string, { label: string; href: string }>([
  ...companyTargets.map(
    (field) => [`company.${field}`, { label: companyFieldLabels[field], href: `${pathOf('company')}#${field}` }] as const,
  ),
  ...documentKinds.map((kind) => [`documents.${kind}`, { label: fileKindLabels[kind], href: `${pathOf('documents')}#${kind}` }] as const),
]);

export function isMarkTarget(target: string): boolean {
  return targets.has(target);
}

/** How a mark is called and where the applicant corrects it. */
export function markTarget(target: string): { label: string; href: string } {
  return targets.get(target) ?? { label: target, href: '/apply/review' };
}
