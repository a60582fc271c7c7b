import 'server-only';
import { addDays, type Day, dayInShanghai, dayOf, toColumn } from '../days';
import { db, type Tx } from '../db';
import type { Prisma } from '../generated/prisma/client';
import type { Candidate } from './match';
import { reasonsForSame } from './same-money';

const company = { select: { name: true, uscc: true, names: { select: { name: true } } } } as const;
const include = {
  company,
  filing: { select: { titleName: true, titleUscc: true } },
  allocations: { select: { charge: { select: { id: true, year: true } } } },
} as const satisfies Prisma.PaymentInclude;

/** How long before a row its money may have been recorded. */
const BACK_DAYS = 10;

/** Money that a person recorded, and that no row of a statement tells of yet. */
const unlinked = {
  ...{ source: { in: ['manual', 'import'] }, bankRowId: null, refundOfId: null, voidedAt: null, amountFen: { gt: 0 } },
} as const satisfies Prisma.PaymentWhereInput;

/** What has been recorded and waits for its row: since a day, or of some companies. */
export async function loadRecorded(wanted: { since: Day } | { companyIds: string[] }): Promise<Candidate[]> {
  const payments = await db().payment.findMany({
    where: {
      ...unlinked,
      ...('since' in wanted ? { paidOn: { gte: toColumn(addDays(wanted.since, -BACK_DAYS)) } } : { companyId: { in: wanted.companyIds } }),
    },
    include,
    orderBy: { paidOn: 'desc' },
  });
  return payments.map(({ id, companyId, paidOn, amountFen, serial, payer, createdAt, ...about }) => ({
    ...{ companyId, filing: null },
    recorded: { id, paidOn: dayOf(paidOn), amountFen, serial: serial ?? '', payer, on: dayInShanghai(createdAt) },
    names: namesOf(about),
    uscc: about.company?.uscc ?? about.filing?.titleUscc ?? '',
    charges: about.allocations.map(({ charge }) => ({ ...charge, openFen: 0 })),
  }));
}

type About = Pick<Prisma.PaymentGetPayload<{ include: typeof include }>, 'company' | 'filing'>;

function namesOf({ company: payer, filing }: About): string[] {
  return [...new Set([payer?.name, ...(payer?.names.map(({ name }) => name) ?? []), filing?.titleName].flatMap((name) => name ?? []))];
}

type Row = { id: string; paidOn: Date; amountFen: number; payerName: string; memo: string; serial: string };

/**
 * Money that this row may tell of a second time: recorded by hand and without a row, or of another statement's row with
 * the same number, sum, payer and day, as the same bank exports it in another form. Null when there is none.
 */
export async function findSameMoney(tx: Tx, row: Row): Promise<{ name: string; paidOn: Day; amountFen: number; isLinked: boolean } | null> {
  const day = dayOf(row.paidOn);
  const near = { gte: toColumn(addDays(day, -BACK_DAYS)), lte: toColumn(addDays(day, BACK_DAYS)) };
  const sameSerial = { serial: { equals: row.serial, mode: 'insensitive' } } as const;
  const payments = await tx.payment.findMany({
    where: {
      OR: [
        { ...unlinked, paidOn: near, OR: [{ amountFen: row.amountFen }, ...(row.serial ? [sameSerial] : [])] },
        ...(row.serial
          ? [
              {
                ...sameSerial,
                paidOn: row.paidOn,
                amountFen: row.amountFen,
                payer: row.payerName,
                bankRowId: { not: null },
                NOT: { bankRowId: row.id },
              },
            ]
          : []),
      ],
    },
    include,
  });
  for (const { paidOn, amountFen, payer, serial, bankRowId, ...about } of payments) {
    const recorded = { paidOn: dayOf(paidOn), amountFen, payer, serial: serial ?? '', names: namesOf(about) };
    if (!reasonsForSame({ ...row, paidOn: day }, recorded).length) continue;
    return { name: recorded.names[0] ?? payer, paidOn: recorded.paidOn, amountFen, isLinked: bankRowId !== null };
  }
  return null;
}
