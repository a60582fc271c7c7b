/**
 * 汇款附言: short enough for every bank's form, and enough to find the payer again: the years and the credit code. Years in
 * a row are told by the first and the last.
 */
export function transferMemo(years: readonly number[], uscc: string): string {
  const inOrder = years.toSorted((one, other) => one - other);
  const lasts = inOrder.filter((year) => !years.includes(year + 1));
  const rows = inOrder.filter((year) => !years.includes(year - 1)).map((first, row) => [...new Set([first, lasts[row]])].join('-'));
  return `${rows.join('、')}会费${uscc}`;
}
