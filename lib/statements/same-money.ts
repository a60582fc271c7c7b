import { type Day, daysBetween } from '../days';

/** Money as a bank's row tells of it, and as a person has recorded it before the statement came. */
type Row = { paidOn: Day; amountFen: number; payerName: string; memo: string; serial: string };
type Recorded = { paidOn: Day; amountFen: number; payer: string; serial: string; names: readonly string[] };

const DAYS_APART = 3;

/** For comparing names: without brackets, spaces and points. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[()（）\s·,，.。]/g, '')
    .toUpperCase();
}

/**
 * Why a row tells of the very money that was recorded; empty when it does not. The bank's number says it for not more than
 * the row holds; without it, the sum, the payer and the day have to agree.
 */
export function reasonsForSame(row: Row, recorded: Recorded): string[] {
  const apart = Math.abs(daysBetween(recorded.paidOn, row.paidOn));
  const sameSerial = row.serial !== '' && recorded.serial.toUpperCase() === row.serial.toUpperCase();
  const sameAmount = recorded.amountFen === row.amountFen;
  const samePayer = isPayer(row, recorded);
  const isSame = sameSerial
    ? recorded.amountFen <= row.amountFen && (samePayer || apart <= DAYS_APART)
    : sameAmount && samePayer && apart <= DAYS_APART;
  if (!isSame) return [];
  return [
    ...(sameSerial ? ['流水号与登记的相同'] : []),
    ...(sameAmount ? ['金额与登记的相同'] : []),
    ...(samePayer ? ['付款户名与登记的相同'] : []),
    ...(apart === 0 ? ['日期与登记的相同'] : apart <= DAYS_APART ? ['日期与登记的相差不超过 3 天'] : []),
  ];
}

function isPayer({ payerName, memo }: Row, { payer, names }: Recorded): boolean {
  const known = [payer, ...names].map(plainName).filter(Boolean);
  const text = plainName(memo);
  return known.includes(plainName(payerName)) || known.some((name) => name.length >= 6 && text.includes(name));
}
