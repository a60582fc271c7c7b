import 'server-only';
import type * as z from 'zod/mini';
import type { Day } from '../days';
import type { Tx } from '../db';
import { dayOfText } from '../excel/day-text';
import { companyName } from '../fields';
import { formatFen, parseYuan } from '../money';
import { normaliseUscc } from '../uscc';
import { amountError, titleError, USED } from './issue-receipt';
import type { ReceiptLineRead } from './read-lines';
import { checkCode, receiptCode, receiptNumber } from './schema';
import type { DueReceipt } from './select-due';
import type { StagedRow } from './staged';

type Known = { due: readonly DueReceipt[]; used: ReadonlySet<string>; day: Day };

/** What each line is for, and everything that is wrong with it: by itself, against what is due, and against the others. */
export function checkLines(lines: readonly ReceiptLineRead[], known: Known): StagedRow[] {
  const rows = lines.map((line) => checkLine(line, known));
  twice(rows, keyOf, (row) => `与第 ${row} 行是同一张票据`);
  twice(
    rows,
    ({ chargeIds }) => chargeIds[0] ?? '',
    (row) => `与第 ${row} 行是同一笔会费`,
  );
  return rows;
}

function checkLine({ row, cells, problems: found }: ReceiptLineRead, { due, used, day }: Known): StagedRow {
  const problems = [...found];
  const say = (text: string | null | undefined) => void (text && !problems.includes(text) && problems.push(text));
  const read = (schema: z.ZodMiniType<string>, text: string) => {
    const parsed = schema.safeParse(text);
    if (!parsed.success) say(parsed.error.issues[0]?.message);
    return parsed.success ? parsed.data : text;
  };
  const receipt = {
    code: read(receiptCode, cells.code),
    number: read(receiptNumber, cells.number),
    checkCode: read(checkCode, cells.checkCode),
  };
  if (used.has(keyOf(receipt))) say(USED);
  const issuedOn = dayOfText(cells.issuedOn);
  if (!issuedOn) say(`开票日期“${cells.issuedOn}”不是日期，请写成 2026-11-23 的样子`);
  else if (issuedOn > day) say('开票日期不能晚于今天');
  const amountFen = parseYuan(cells.amount) ?? 0;
  if (!amountFen) say(`金额“${cells.amount}”读不出来，请写成 3000.00 的样子`);
  const match = findDue(cells, due);
  if (typeof match === 'string') say(match);
  else {
    if (amountFen) say(amountError(amountFen, match).amount);
    for (const text of titleProblems(cells, match)) say(text);
  }
  const of = typeof match === 'string' ? null : match;
  return {
    ...{ row, ...receipt, issuedOn: issuedOn ?? '', amountFen, pdf: null, problems },
    ...{ titleName: of?.titleName ?? cells.titleName, titleUscc: of?.titleUscc ?? cells.titleUscc },
    ...{ companyName: of?.companyName ?? '', years: of?.years ?? [], chargeIds: of?.chargeIds ?? [] },
  };
}

/** By the reference of our export; without it by credit code and years. In words why there is none. */
function findDue({ reference, titleUscc, years }: ReceiptLineRead['cells'], due: readonly DueReceipt[]): DueReceipt | string {
  if (reference) {
    return due.find((each) => each.reference === reference.toUpperCase()) ?? `业务编号 ${reference} 没有待开票的会费，可能已经登记过`;
  }
  const code = normaliseUscc(titleUscc);
  if (!code) return '请填写业务编号，或税号和交费年度';
  const own = due.filter((each) => each.titleUscc === code || each.companyUscc === code);
  if (!own.length) return `没有税号为 ${code} 的待开票会费，请核对税号，或者已经登记过`;
  const wanted = years.match(/\d{4}/g)?.toSorted().join() ?? '';
  const found = wanted ? own.filter((each) => [...new Set(each.years)].join() === wanted) : own;
  const [one] = found;
  if (found.length === 1 && one) return one;
  const offered = own.map((each) => `${each.years.join('、')} 年度 ${formatFen(each.amountFen)}`).join('；');
  return found.length ? `这家单位有几笔待开票的会费（${offered}），请写明业务编号` : `这家单位待开票的是：${offered}，请核对交费年度`;
}

// What is asked for is on the receipt, or it is a wrong one.
function titleProblems({ titleName, titleUscc }: ReceiptLineRead['cells'], due: DueReceipt): string[] {
  const name = titleName && companyName.safeParse(titleName);
  const read = name ? (name.success ? name.data : titleName) : '';
  return Object.values(titleError({ titleName: read, titleUscc: normaliseUscc(titleUscc) }, due));
}

export function keyOf({ code, number }: { code: string; number: string }): string {
  return `${code}/${number}`;
}

function twice(rows: readonly StagedRow[], key: (row: StagedRow) => string, words: (row: number) => string): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const before = key(row) ? first.get(key(row)) : undefined;
    if (before !== undefined) row.problems.push(words(before));
    else first.set(key(row), row.row);
  }
}

/** Which of these are receipts, or red ones, already. */
export async function findUsed(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
  const found = await tx.receipt.findMany({
    where: { OR: [{ number: { in: [...numbers] } }, { redNumber: { in: [...numbers] } }] },
    select: { code: true, number: true, redCode: true, redNumber: true },
  });
  return new Set(found.flatMap(({ redCode, redNumber, ...own }) => [keyOf(own), keyOf({ code: redCode ?? '', number: redNumber ?? '' })]));
}
