import 'server-only';
import { getLabels } from '../dictionaries/queries';
import { type CompanyAnswers, NO_QUALIFICATION } from './schema';

/** The chosen codes as words. */
export async function companyWords(answers: CompanyAnswers) {
  const { of, region } = await getLabels();
  return {
    industry: of('industry', answers.industry),
    field: of('field', answers.field),
    provinceCode: region(answers.provinceCode),
    cityCode: region(answers.cityCode),
    companyType: of('companyType', answers.companyType),
    affiliation: of('affiliation', answers.affiliation),
    qualifications: answers.qualifications.map((code) => (code === NO_QUALIFICATION ? '无' : of('qualification', code))),
  };
}
