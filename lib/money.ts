/** Money is integer fen everywhere; these are its only ways in and out of text. */

/** ¥3,000.00 */
export function formatFen(fen: number): string {
  return `¥${formatAmount(fen)}`;
}

/** 3,000.00: for columns whose heading names the currency. */
export function formatAmount(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const yuan = Math.floor(Math.abs(fen) / 100).toLocaleString('en-US');
  return `${sign}${yuan}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** The most that one payment, charge or receipt can be, in fen: ¥9,999,999.99. The columns hold no more than twice that; sums do. */
export const MOST_FEN = 999_999_999;

/** "3,000.5" → 300050; null when it is not an amount of at most two decimals. */
export function parseYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '');
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) return null;
  const [yuan = '0', cents = ''] = plain.split('.');
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}
