import 'server-only';
import * as z from 'zod';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { arrivedFen } from '../dues/arrived';
import type { Prisma } from '../generated/prisma/client';
import type { Candidate } from './match';
import { loadRecorded } from './recorded';

const company = { select: { name: true, uscc: true, names: { select: { name: true } } } } as const;
const charge = { select: { id: true, year: true, amountFen: true, heldFen: true } } as const;

/** Which ones: for rows since a day, or those of these companies and the filings in whose title this text is. */
export type Wanted = { since: Day } | { companyIds: string[]; title: string };

/**
 * What a payment may be for: every filing that waits, with what of it has not arrived, and per company the charges that
 * are open and that nobody has filed; and what was recorded by hand and waits for its row. Names are the present one, earlier ones and the receipt title.
 */
export async function loadCandidates(wanted: Wanted): Promise<Candidate[]> {
  const some = 'companyIds' in wanted ? wanted : null;
  const [recorded, filings, companies] = await Promise.all([
    loadRecorded(wanted),
    db().filing.findMany({
      where: {
        state: 'pending',
        ...(some && { OR: [{ companyId: { in: some.companyIds } }, { titleName: { contains: some.title } }] }),
      },
      include: { company, payments: true, charges: { select: { charge } } },
    }),
    loadDebtors(some?.companyIds ?? null),
  ]);
  return [...recorded, ...filings.map(ofFiling), ...companies];
}

const debtors = z.array(
  z.object({
    ...{ companyId: z.string(), name: z.string(), uscc: z.string(), names: z.array(z.string()) },
    charges: z.array(z.object({ id: z.string(), year: z.number(), openFen: z.number() })),
  }),
);

// In one statement: a statement of a thousand rows is held against ten thousand companies while somebody waits.
async function loadDebtors(companyIds: string[] | null): Promise<Candidate[]> {
  const rows = await db().$queryRaw`
    SELECT co."id"::text AS "companyId", co."name", co."uscc",
      ARRAY(SELECT n."name" FROM "CompanyName" n WHERE n."companyId" = co."id") AS "names",
      jsonb_agg(jsonb_build_object('id', c."id", 'year', c."year", 'openFen', c."amountFen" - c."heldFen") ORDER BY c."year", c."id") AS "charges"
    FROM "Charge" c JOIN "Company" co ON co."id" = c."companyId"
    WHERE c."state" = 'open' AND c."heldFen" < c."amountFen"
      AND (${companyIds}::uuid[] IS NULL OR co."id" = ANY (${companyIds}::uuid[]))
      AND NOT EXISTS (
        SELECT 1 FROM "FilingCharge" fc JOIN "Filing" f ON f."id" = fc."filingId" WHERE fc."chargeId" = c."id" AND f."state" = 'pending')
    GROUP BY co."id"`;
  return debtors.parse(rows).map(({ name, names, ...debtor }) => ({ ...debtor, filing: null, names: [...new Set([name, ...names])] }));
}

type FilingRow = Prisma.FilingGetPayload<{
  include: { company: typeof company; payments: true; charges: { select: { charge: typeof charge } } };
}>;
type ChargeRow = Pick<Prisma.ChargeGetPayload<object>, 'id' | 'year' | 'amountFen' | 'heldFen'>;

const openOf = ({ id, year, amountFen, heldFen }: ChargeRow) => ({
  id,
  year,
  openFen: amountFen - heldFen,
});
const namesOf = ({ name, names }: Prisma.CompanyGetPayload<typeof company>) => [name, ...names.map((earlier) => earlier.name)];

function ofFiling({ company: payer, payments, charges, ...filing }: FilingRow): Candidate {
  return {
    companyId: filing.companyId,
    filing: {
      id: filing.id,
      payer: filing.payer,
      serial: filing.serial ?? '',
      paidOn: dayOf(filing.paidOn),
      amountFen: filing.amountFen - arrivedFen({ ...filing, payments }),
    },
    names: [...new Set([...(payer ? namesOf(payer) : []), filing.titleName])],
    uscc: payer?.uscc ?? filing.titleUscc,
    charges: charges.map((each) => openOf(each.charge)),
  };
}
