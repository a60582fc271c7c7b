import 'server-only';
import { dayOf } from '../days';
import { db } from '../db';
import type { Prisma } from '../generated/prisma/client';
import type { Candidate } from './match';

const company = { select: { name: true, uscc: true, names: { select: { name: true } } } } as const;
const charge = { select: { id: true, year: true, amountFen: true, heldFen: true } } as const;

/** Which ones: all of them, or those of these companies and the filings in whose title this text is. */
export type Wanted = { companyIds: string[]; title: string };

/**
 * What a payment may be for: every filing that waits, with what of it has not arrived, and per company the charges that
 * are open and that nobody has filed. Names are the present one, earlier ones and the receipt title.
 */
export async function loadCandidates(wanted?: Wanted): Promise<Candidate[]> {
  const mine: Prisma.ChargeWhereInput = wanted ? { companyId: { in: wanted.companyIds } } : { companyId: { not: null } };
  const [filings, charges] = await Promise.all([
    db().filing.findMany({
      where: {
        state: 'pending',
        ...(wanted && { OR: [{ companyId: { in: wanted.companyIds } }, { titleName: { contains: wanted.title } }] }),
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
  return [...filings.map(ofFiling), ...ofCompanies(charges)];
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
