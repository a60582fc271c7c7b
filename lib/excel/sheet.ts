/**
 * `precision` a number of more than fifteen digits, whose end Excel has replaced by zeros; `noValue` a formula that was
 * never calculated; `fault` one that failed (#N/A); `merged` a cell under a merged one, which reads as empty.
 */
export type CellFlag = 'precision' | 'noValue' | 'fault' | 'merged';

export type FlaggedCell = { row: number; column: number; flag: CellFlag };

/**
 * A sheet as texts: numbers without a format (a phone typed as a number is its digits), days as 2026-11-23 (with a time of
 * day, 2026-11-23 10:15:00), nothing as ''. Row and column of a flag are counted from 1, as people count.
 */
export type Sheet = { name: string; rows: string[][]; flags: FlaggedCell[] };
