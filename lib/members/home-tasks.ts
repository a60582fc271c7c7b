import { type Day, dayOf, daysBetween, yearOf } from '../days';
import { isUnpaid, paidFen } from '../dues/paid';
import { receiptDeadline } from '../dues/receipt-deadline';
import { receiptOf } from '../dues/views';
import type { ChargeState, FilingState, MemberState, ReceiptState } from '../generated/prisma/enums';
import type { Calendar } from '../working-days';
import { ownItems } from './incomplete';
import { ENDED } from './states';

/** One line of the first page: something to do, or the latest step of dues and receipts. */
export type HomeTask =
  | { kind: 'pay'; year: number; amountFen: number; dueOn: Day; lateDays: number }
  | { kind: 'refile'; year: number; reason: string; dueOn: Day; lateDays: number }
  | { kind: 'unfiled'; year: number }
  | { kind: 'renameReturned' }
  | { kind: 'incomplete'; count: number }
  | { kind: 'renamePending' }
  | { kind: 'exitPending' }
  | { kind: 'filed'; year: number; email: string; receiptDueOn: Day }
  | { kind: 'receiptDue'; year: number; email: string; receiptDueOn: Day }
  | { kind: 'receipt'; year: number; email: string; issuedOn: Day }
  | { kind: 'notRaised'; year: number };

type Filing = { state: FilingState; reason: string | null; email: string; filedAt: Date };

type ChargeFacts = {
  year: number;
  state: ChargeState;
  amountFen: number;
  dueOn: Date;
  allocations: { amountFen: number; payment: { awaitsFiling: boolean } }[];
  filings: { filing: Filing }[];
  receipts: { receipt: { state: ReceiptState; issuedOn: Date } }[];
};

type Facts = {
  state: MemberState;
  charges: readonly ChargeFacts[];
  rename: 'pending' | 'returned' | null;
  exit: boolean;
  /** 待完善, as it stands with the member. */
  incomplete: readonly string[];
  day: Day;
  calendar: Calendar;
};

const RANK: readonly HomeTask['kind'][] = [
  ...(['refile', 'unfiled', 'renameReturned', 'pay', 'incomplete'] as const),
  ...(['filed', 'receiptDue', 'exitPending', 'renamePending', 'receipt', 'notRaised'] as const),
];

/** What is late comes first, then what was returned, what is to be paid, what others are at, and the last receipt. */
export function homeTasks({ state, charges, rename, exit, incomplete, day, calendar }: Facts): HomeTask[] {
  const tasks = charges.flatMap((charge) => taskOf(charge, day, calendar));
  if (rename) tasks.push({ kind: rename === 'returned' ? 'renameReturned' : 'renamePending' });
  if (exit) tasks.push({ kind: 'exitPending' });
  const count = ENDED.includes(state) ? 0 : ownItems.filter((item) => incomplete.includes(item)).length;
  if (count) tasks.push({ kind: 'incomplete', count });
  // After an import the year's dues are raised by hand: until then nothing is owed, and the certificate may have run out.
  const year = yearOf(day);
  if (state === 'active' && charges.every((charge) => charge.year !== year)) tasks.push({ kind: 'notRaised', year });
  const [latest] = tasks.filter(({ kind }) => kind === 'receipt').toSorted((one, other) => ofYear(other) - ofYear(one));
  return tasks
    .filter((task) => task.kind !== 'receipt' || task === latest)
    .toSorted((one, other) => late(other) - late(one) || RANK.indexOf(one.kind) - RANK.indexOf(other.kind) || ofYear(one) - ofYear(other));
}

function taskOf(charge: ChargeFacts, day: Day, calendar: Calendar): HomeTask[] {
  const { year } = charge;
  if (charge.state !== 'open') return [];
  const dueOn = dayOf(charge.dueOn);
  const lateDays = Math.max(0, daysBetween(dueOn, day));
  const filings = charge.filings.map(({ filing }) => filing);
  const filing = filings.toSorted((one, other) => other.filedAt.getTime() - one.filedAt.getTime())[0];
  const unfiled = charge.allocations.some(({ payment }) => payment.awaitsFiling);
  if (unfiled && filing?.state !== 'pending') return [{ kind: 'unfiled', year }];
  if (isUnpaid(charge)) {
    const missing = { kind: 'pay', year, amountFen: charge.amountFen - paidFen(charge), dueOn, lateDays } as const;
    if (!filing || filing.state === 'confirmed') return [missing];
    if (filing.state === 'returned') return [{ kind: 'refile', year, reason: filing.reason ?? '', dueOn, lateDays }];
    return [{ kind: 'filed', year, email: filing.email, receiptDueOn: receiptDeadline(calendar, filing.filedAt, day).dueOn }];
  }
  if (!filing) return [];
  const receipt = receiptOf(charge);
  if (receipt?.state === 'issued') return [{ kind: 'receipt', year, email: filing.email, issuedOn: dayOf(receipt.issuedOn) }];
  return [{ kind: 'receiptDue', year, email: filing.email, receiptDueOn: receiptDeadline(calendar, filing.filedAt, day).dueOn }];
}

function late(task: HomeTask): number {
  return 'lateDays' in task ? task.lateDays : 0;
}

function ofYear(task: HomeTask): number {
  return 'year' in task ? task.year : 0;
}
