import type { Day } from '../days';
import { normaliseUscc } from '../uscc';
import type { StatementRow } from './read-statement';
import { plainName, reasonsForSame } from './same-money';

/** What a payment may be for: dues of one company that are open, or filed and waiting. All amounts in fen. */
export type Candidate = {
  companyId: string | null;
  /** A filing that waits, whose answers say more; null for dues nobody has filed. */
  filing: { id: string; payer: string; serial: string; paidOn: Day; amountFen: number } | null;
  /** Money that a person recorded (`on` that day) before the statement came: the row may tell of the very same. */
  recorded?: { id: string; payer: string; serial: string; paidOn: Day; amountFen: number; on: Day };
  /** The present name, earlier ones, and the receipt title. */
  names: readonly string[];
  uscc: string;
  charges: readonly { id: string; year: number; openFen: number }[];
};

export type Proposal = { candidate: Candidate; chargeIds: string[]; score: number; reasons: string[] };

/**
 * From here on a proposal is worth showing (a name alone is: too much and too little have other amounts), and from there on
 * it can be confirmed together with others.
 */
const WORTH_SHOWING = 40;
const SURE = 90;
const MOST = 3;
/** Beside the very money that was recorded, anything else is the second guess. */
const BESIDE_RECORDED = 60;

/** Finds candidates by what stands in a row; made once for many rows. */
export type Matcher = (row: Pick<StatementRow, 'paidOn' | 'amountFen' | 'payerName' | 'memo' | 'serial'>) => Proposal[];

/**
 * Proposals for rows of a bank statement, the best first, at most three, each with the reasons for it (product 6): 汇款附言 and
 * credit code, serial number, the payer's name or an earlier one, amount and date. An amount alone never proposes anything.
 */
export function matcherOf(candidates: readonly Candidate[]): Matcher {
  const byUscc = grouped(candidates, ({ uscc }) => [uscc]);
  const byName = grouped(candidates, ({ names, filing, recorded }) =>
    [...names, ...[filing, recorded].flatMap((told) => told?.payer ?? [])].map(plainName),
  );
  const bySerial = grouped(candidates, ({ filing, recorded }) =>
    [filing, recorded].flatMap((told) => (told?.serial ? [told.serial.toUpperCase()] : [])),
  );
  const longNames = [...byName.keys()].filter((name) => name.length >= 6);
  return (row) => {
    const memo = plainName(row.memo);
    const found = new Set<Candidate>([
      ...codesIn(row.memo).flatMap((code) => byUscc.get(code) ?? []),
      ...(byName.get(plainName(row.payerName)) ?? []),
      ...(row.serial ? (bySerial.get(row.serial.toUpperCase()) ?? []) : []),
      ...(memo.length >= 6 ? longNames.filter((name) => memo.includes(name)).flatMap((name) => byName.get(name) ?? []) : []),
    ]);
    const judged = [...found].map((candidate) =>
      candidate.recorded ? judgeRecorded(row, candidate, candidate.recorded) : judge(row, candidate),
    );
    const isRecorded = judged.some(({ candidate, score }) => candidate.recorded && score > 0);
    return judged
      .map((each) => (isRecorded && !each.candidate.recorded ? { ...each, score: Math.min(each.score, BESIDE_RECORDED) } : each))
      .filter(({ score }) => score >= WORTH_SHOWING)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, MOST);
  };
}

/** True when the best proposal is sure, and no other comes near it. */
export function isSure([best, second]: readonly Proposal[]): boolean {
  return best !== undefined && best.score >= SURE && (second === undefined || best.score - second.score >= 20);
}

type Row = Parameters<Matcher>[0];

function judgeRecorded(row: Row, candidate: Candidate, recorded: NonNullable<Candidate['recorded']>): Proposal {
  const reasons = reasonsForSame(row, { ...recorded, names: candidate.names });
  const score = reasons.length ? (recorded.amountFen === row.amountFen ? 100 : SURE) : 0;
  return { candidate, chargeIds: candidate.charges.map(({ id }) => id), score, reasons };
}

function judge(row: Row, candidate: Candidate): Proposal {
  const { filing, names, uscc, charges } = candidate;
  const reasons: string[] = [];
  let score = 0;
  const count = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  if (codesIn(row.memo).includes(uscc)) count(60, '附言中有信用代码');
  const payer = plainName(row.payerName);
  const [present, ...others] = names.map(plainName);
  if (payer === present) count(45, '付款户名与单位名称相同');
  else if (others.includes(payer)) count(40, '付款户名是曾用名或票据抬头');
  else if (filing && payer === plainName(filing.payer)) count(45, '付款户名与填写的相同');
  else if (names.some((name) => plainName(name).length >= 6 && plainName(row.memo).includes(plainName(name))))
    count(45, '附言中有单位名称');
  if (filing?.serial && filing.serial.toUpperCase() === row.serial.toUpperCase()) count(55, '流水号与填写的相同');
  const paid = chargesFor(row, charges);
  if (filing?.amountFen === row.amountFen) count(30, '金额与填写的相同');
  else if (paid)
    count(30, paid.length > 1 ? `金额等于 ${paid.map(({ year }) => year).join('、')} 年应交之和` : `金额等于 ${paid[0]?.year} 年应交`);
  if (filing?.paidOn === row.paidOn) count(15, '日期与填写的相同');
  else if (filing && Math.abs(daysBetween(filing.paidOn, row.paidOn)) <= 3) count(8, '日期与填写的相差不超过 3 天');
  const chargeIds = (filing ? charges : (paid ?? charges)).map(({ id }) => id);
  return { candidate, chargeIds, score: Math.min(score, 100), reasons };
}

// One open year of that amount, the one that the payer names first, or the oldest years that add up to it.
function chargesFor({ amountFen, memo }: Row, charges: Candidate['charges']): Candidate['charges'] | null {
  const same = charges.filter(({ openFen }) => openFen === amountFen);
  const named = same.find(({ year }) => memo.includes(String(year))) ?? same[0];
  if (named) return [named];
  let sum = 0;
  const taken: { id: string; year: number; openFen: number }[] = [];
  for (const charge of charges.toSorted((one, other) => one.year - other.year)) {
    sum += charge.openFen;
    taken.push(charge);
    if (sum === amountFen) return taken;
  }
  return null;
}

// A memo like 2026会费91110000600001760P has digits right before the code: every eighteen characters that end a run count.
function codesIn(memo: string): string[] {
  const runs = normaliseUscc(memo).match(/[0-9A-HJ-NPQRTUWXY]{18,}/g) ?? [];
  return runs.flatMap((run) => Array.from({ length: run.length - 17 }, (_, at) => run.slice(at, at + 18)));
}

function daysBetween(one: Day, other: Day): number {
  return (Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (!key) continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
