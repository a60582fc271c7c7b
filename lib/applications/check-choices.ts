import 'server-only';
import { companyFieldLabels } from '../copy/applications';
import { listOptions, listRegions } from '../dictionaries/queries';
import { type CompanyAnswers, DICTIONARY_FIELDS, NO_QUALIFICATION } from './schema';

type Choices = Pick<CompanyAnswers, (typeof DICTIONARY_FIELDS)[number] | 'provinceCode' | 'cityCode' | 'qualifications'>;

/** Every chosen code must stand in its list: the pages offer nothing else, a forged form might. */
export async function checkChoices(answers: Choices): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const field of DICTIONARY_FIELDS) {
    const options = await listOptions(field);
    if (!options.some(({ code }) => code === answers[field])) errors[field] = `请选择${companyFieldLabels[field]}`;
  }
  const province = (await listRegions()).find(({ code }) => code === answers.provinceCode);
  if (!province) errors.provinceCode = '请选择所在省';
  if (!province?.cities.some(({ code }) => code === answers.cityCode)) errors.cityCode = '请选择所在市';
  const qualifications = (await listOptions('qualification')).map(({ code }) => code);
  if (!answers.qualifications.every((code) => code === NO_QUALIFICATION || qualifications.includes(code)))
    errors.qualifications = '请选择资质';
  return errors;
}
