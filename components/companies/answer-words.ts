import type { FormValue, FormValues } from '@/lib/actions/action-state';
import { NO_QUALIFICATION } from '@/lib/applications/schema';
import { liaisonFieldLabels, liaisonOrderLabels } from '@/lib/copy/applications';
import type { Option, Region } from '@/lib/dictionaries/option';

export type CompanyChoices = Record<'industry' | 'field' | 'companyType' | 'affiliation' | 'qualification', readonly Option[]> & {
  regions: readonly Region[];
};

/** An answer as people read it: chosen codes by their names, a row or a list in one text. */
export function answerWords(unit: string, value: FormValue, choices: CompanyChoices): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'string') return codeWords(unit, value, choices);
  if (!Array.isArray(value)) return unit === 'provinceCode' ? regionWords(value, choices.regions) : rowWords(unit, value);
  return value.map((entry) => (typeof entry === 'string' ? qualificationWords(entry, choices) : rowWords(unit, entry))).join('\n');
}

function codeWords(unit: string, code: string, choices: CompanyChoices): string {
  if (unit.endsWith('.order')) return orderWords(code);
  const options = unit === 'industry' || unit === 'field' || unit === 'companyType' || unit === 'affiliation' ? choices[unit] : [];
  return nameIn(options, code);
}

function qualificationWords(code: string, { qualification }: CompanyChoices): string {
  return code === NO_QUALIFICATION ? '无' : nameIn(qualification, code);
}

function regionWords({ provinceCode, cityCode }: FormValues, regions: readonly Region[]): string {
  const province = regions.find(({ code }) => code === provinceCode);
  const city = province?.cities.find(({ code }) => code === cityCode);
  return [province?.label, city?.label].filter(Boolean).join(' ');
}

/** A liaison, or the code with its confirmation. */
function rowWords(unit: string, row: FormValues): string {
  if (unit === 'uscc') return `${row.uscc ?? ''}${row.usccConfirmed ? '（核对无误）' : ''}`;
  return Object.keys(liaisonFieldLabels)
    .map((name) => (name === 'order' ? orderWords(row.order) : row[name]))
    .filter(Boolean)
    .join('，');
}

function orderWords(order: FormValue): string {
  return order === 'first' || order === 'second' ? liaisonOrderLabels[order] : '';
}

function nameIn(options: readonly Option[], code: string): string {
  return options.find((option) => option.code === code)?.label ?? code;
}
