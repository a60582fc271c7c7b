import 'server-only';
import { type Day, dayOf } from '../days';
import { db } from '../db';
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
  const mine: Prisma.ChargeWhereInput = some ? { companyId: { in: some.companyIds } } : { companyId: { not: null } };
  const [recorded, filings, charges] = await Promise.all([
    loadRecorded(wanted),
    db().filing.findMany({
      where: {
        state: 'pending',
        ...(some && { OR: [{ companyId: { in: some.companyIds } }, { titleName: { contains: some.title } }] }),
      },
      include: { company, payments: { select: { amountFen: true } }, charges: { select: { charge } } },
    }),
    db().charge.findMany({
      where: {
        ...mine,
        state: 'open',
        heldFen: { lt: db().charge.fields.amountFen },
        filings: { none: { filing: { state: 'pending' } } },
      },
      select: { ...charge.select, companyId: true, company },
      orderBy: { year: 'asc' },
    }),
  ]);
  return [...recorded, ...filings.map(ofFiling), ...ofCompanies(charges)];
}

type FilingRow = Prisma.FilingGetPayload<{
  include: { company: typeof company; payments: { select: { amountFen: true } }; charges: { select: { charge: typeof charge } } };
}>;
type ChargeRow = Pick<Prisma.ChargeGetPayload<object>, 'id' | 'year' | 'amountFen' | 'heldFen' | 'companyId'> & {
  company: Prisma.CompanyGetPayload<typeof company> | null;
};

const openOf = ({ id, year, amountFen, heldFen }: Pick<ChargeRow, 'id' | 'year' | 'amountFen' | 'heldFen'>) => ({
  id,
  year,
  openFen: amountFen - heldFen,
});
const namesOf = ({ name, names }: Prisma.CompanyGetPayload<typeof company>) => [name, ...names.map((earlier) => earlier.name)];

function ofFiling({ company: payer, payments, charges, ...filing }: FilingRow): Candidate {
  const arrived = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return {
    companyId: filing.companyId,
    filing: {
      id: filing.id,
      payer: filing.payer,
      serial: filing.serial ?? '',
      paidOn: dayOf(filing.paidOn),
      amountFen: filing.amountFen - arrived,
    },
    names: [...new Set([...(payer ? namesOf(payer) : []), filing.titleName])],
    uscc: payer?.uscc ?? filing.titleUscc,
    charges: charges.map((each) => openOf(each.charge)),
  };
}

function ofCompanies(charges: readonly ChargeRow[]): Candidate[] {
  const found = new Map<string, { candidate: Candidate; charges: Candidate['charges'][number][] }>();
  for (const { companyId, company: debtor, ...row } of charges) {
    if (!companyId || !debtor) continue;
    const known = found.get(companyId);
    if (known) known.charges.push(openOf(row));
    else {
      const open = [openOf(row)];
      const candidate = { companyId, filing: null, names: [...new Set(namesOf(debtor))], uscc: debtor.uscc, charges: open };
      found.set(companyId, { candidate, charges: open });
    }
  }
  return [...found.values()].map(({ candidate }) => candidate);
}
