/** What a column of the issuing platform's workbook can hold of a receipt to be issued. */
export const exportContents = [
  'reference',
  'titleName',
  'titleUscc',
  'item',
  'years',
  'amount',
  'email',
  'mobile',
  'person',
  'payer',
  'dueOn',
  'fixed',
] as const;
export type ExportContent = (typeof exportContents)[number];

/** The place of the years in the words of 项目. */
export const YEARS_MARK = '{年度}';

/** 2024、2025 年度会费 */
export function itemText(item: string, years: readonly number[]): string {
  return item.replaceAll(YEARS_MARK, yearsText(years));
}

export function yearsText(years: readonly number[]): string {
  return [...new Set(years)].join('、');
}
