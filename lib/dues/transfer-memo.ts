/** 汇款附言: short enough for every bank's form, and enough to find the payer again: the year and the credit code. */
export function transferMemo(year: number, uscc: string): string {
  return `${year}会费${uscc}`;
}
