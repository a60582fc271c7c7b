import 'server-only';
import { type Day, dayOf } from '../days';
import type { Tx } from '../db';
import type { Prisma } from '../generated/prisma/client';
import { hasBegun, nextStageOn, type Reminded, type Stage, stageDue } from './stages';

export type PlannedCharge = { id: string; year: number; openFen: number; dueOn: Day; stage: Stage | null };

/** What a company is to get next, and when: today for what is due. */
export type PlannedReminder = {
  companyId: string;
  name: string;
  liaison: { name: string; mobile: string; email: string } | null;
  stage: Stage;
  on: Day;
  /** All that the message tells of, the oldest year first; with its stage where that is what brings it about. */
  charges: PlannedCharge[];
};

type Asked = { stages: readonly Stage[]; day: Day; companyIds?: readonly string[] };

/** Only what an active member owes, and has not filed: who waits for 确认 is not reminded. */
export const remindable = {
  state: 'open',
  filings: { none: { filing: { state: 'pending' } } },
  company: { member: { state: 'active', mergedIntoId: null } },
} as const satisfies Prisma.ChargeWhereInput;

/** The next reminder of every company that owes something, or of these; several years of a company are one. The caller has authorized. */
export async function planReminders(tx: Tx, { stages, day, companyIds }: Asked): Promise<PlannedReminder[]> {
  const charges = await tx.charge.findMany({
    where: { ...remindable, heldFen: { lt: tx.charge.fields.amountFen }, ...(companyIds && { companyId: { in: [...companyIds] } }) },
    select: {
      ...{ id: true, year: true, amountFen: true, heldFen: true, dueOn: true, companyId: true },
      reminders: { where: { void: false, stage: { not: null } }, select: { stage: true } },
      company: {
        select: { name: true, liaisons: { where: { order: 'first', to: null }, select: { name: true, mobile: true, email: true } } },
      },
    },
    orderBy: [{ company: { namePinyin: 'asc' } }, { companyId: 'asc' }, { year: 'asc' }, { kind: 'asc' }],
  });
  const companies = new Map<string, { name: string; liaison: PlannedReminder['liaison']; charges: OpenCharge[] }>();
  for (const { companyId, company, reminders, dueOn, amountFen, heldFen, ...charge } of charges) {
    if (!companyId || !company) continue;
    const open = { ...charge, openFen: amountFen - heldFen, dueOn: dayOf(dueOn), sent: reminders.flatMap(({ stage }) => stage ?? []) };
    const known = companies.get(companyId);
    if (known) known.charges.push(open);
    else companies.set(companyId, { name: company.name, liaison: company.liaisons[0] ?? null, charges: [open] });
  }
  return [...companies].flatMap(([companyId, { charges: own, ...company }]) => {
    const next = nextOf(own, stages, day);
    return next ? [{ companyId, ...company, ...next }] : [];
  });
}

export type OpenCharge = Reminded & { id: string; year: number; openFen: number };

/** Of one company: what is due today, else the first day on which something is. */
export function nextOf(
  charges: readonly OpenCharge[],
  stages: readonly Stage[],
  day: Day,
): Pick<PlannedReminder, 'stage' | 'on' | 'charges'> | null {
  const days = charges.flatMap((charge) => nextStageOn(charge, stages, day) ?? []).toSorted();
  for (const on of [day, ...days.slice(0, 1)]) {
    const told = charges
      .filter((charge) => hasBegun(charge, stages, on))
      .map(({ sent, ...charge }) => ({ ...charge, stage: stageDue({ ...charge, sent }, stages, on) }));
    const due = told.flatMap(({ stage }) => stage ?? []);
    if (due.length) return { stage: Math.max(...due), on, charges: told };
  }
  return null;
}
