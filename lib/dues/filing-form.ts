import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { FormValues } from '../actions/action-state';
import { storedValues } from '../actions/form-values';
import { pickAnswers } from '../applications/answer-fields';
import { today } from '../clock';
import { type Day, dayOf, formatClock } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Filing, Level } from '../generated/prisma/client';
import { formatAmount } from '../money';
import { type FileView, viewFile } from '../uploads/views';
import { voucherOf } from './file-member-dues';
import { findFirstLiaison } from './first-liaison';
import { listPayable, type PayableCharge } from './payable';
import { listStandards, type StandardView } from './standard';
import { viewDuesRow } from './views';

export type PayableYear = { year: number; openFen: number; dueOn: Day };

export type FilingForm = {
  company: { name: string; uscc: string };
  level: Level;
  /** The level whose amount the year is charged at; of an earlier year it may be another than today's. */
  chargedAs: Level;
  own: PayableYear;
  /** Other years that are open and can be paid in the same transfer. */
  others: PayableYear[];
  standards: StandardView[];
  /** Why finance returned the filing that is to be corrected. */
  returned: { reason: string } | null;
  /** What has arrived already and waits for this form (待补登记). */
  arrivedFen: number;
  vouchers: FileView[];
  stored: FormValues;
  version: number;
  savedAt: string | null;
  /** What the form starts from where nothing was typed yet, and whether some of it comes from an earlier filing. */
  suggested: FormValues;
  fromYear: number | null;
  today: Day;
};

/** What 填写汇款信息 of a year shows; null when the year cannot be filed now. @throws DomainError `notFound` */
export async function findFilingForm(actor: AccountActor, companyId: string, year: number): Promise<FilingForm | null> {
  authorize(actor, 'filing.file', { companyId, application: null });
  const company = await db().company.findUnique({
    where: { id: companyId },
    select: { name: true, uscc: true, member: { select: { levels: { where: { to: null } } } } },
  });
  if (!company?.member) throw new DomainError('notFound');
  const payable = await listPayable(db(), companyId);
  const own = payable.filter((charge) => charge.year === year);
  const [charge] = own;
  if (!charge) return null;
  const returned = latestReturned(own);
  const [draft, last, files, day] = await Promise.all([
    db().filingDraft.findUnique({ where: { companyId_year: { companyId, year } } }),
    db().filing.findFirst({
      where: { companyId, ...(returned && { id: { not: returned.id } }) },
      include: { charges: { include: { charge: { select: { year: true } } } } },
      orderBy: { filedAt: 'desc' },
    }),
    db().file.findMany({
      where: { ...voucherOf({ companyId, year, filingId: returned?.id }), kind: 'transferVoucher', state: { in: ['ready', 'attached'] } },
      include: { pages: { orderBy: { page: 'asc' } } },
      orderBy: { position: 'asc' },
    }),
    today(),
  ]);
  const others = [...new Set(payable.map((each) => each.year))].filter((each) => each !== year).map((each) => yearOfRows(payable, each));
  const level = company.member.levels[0]?.level ?? charge.level;
  const total = yearOfRows(payable, year);
  const also = others.filter((other) =>
    returned?.charges.some(({ chargeId }) => payable.some(({ id, year: of }) => id === chargeId && of === other.year)),
  );
  return {
    company,
    level,
    chargedAs: charge.level,
    own: total,
    others,
    standards: await listStandards(year),
    returned: returned && { reason: returned.reason ?? '' },
    arrivedFen: arrivedFenOf(own),
    vouchers: files.map(viewFile),
    stored: pickAnswers('filing', storedValues(draft?.data)),
    version: draft?.version ?? 0,
    savedAt: draft && formatClock(draft.savedAt),
    suggested: {
      titleName: company.name,
      titleUscc: company.uscc,
      payer: company.name,
      level: charge.level,
      amount: formatAmount(total.openFen).replace(/,/g, ''),
      ...(await liaisonValues(companyId)),
      ...(last && repeated(last)),
      ...(returned && { ...valuesOf(returned), otherYears: also.map((other) => String(other.year)) }),
    },
    fromYear: !returned && last ? Math.max(...last.charges.map((each) => each.charge.year)) : null,
    today: day,
  };
}

function latestReturned(charges: readonly PayableCharge[]) {
  const filings = charges.flatMap((charge) => charge.filings.map(({ filing }) => filing)).filter(({ state }) => state === 'returned');
  return filings.toSorted((one, other) => other.filedAt.getTime() - one.filedAt.getTime())[0] ?? null;
}

function yearOfRows(charges: readonly PayableCharge[], year: number): PayableYear {
  const rows = charges.filter((charge) => charge.year === year).map(viewDuesRow);
  return { year, openFen: rows.reduce((sum, { openFen }) => sum + openFen, 0), dueOn: rows[0]?.dueOn ?? '' };
}

function arrivedFenOf(charges: readonly PayableCharge[]): number {
  return charges
    .flatMap(({ allocations }) => allocations)
    .reduce((sum, { amountFen, payment }) => sum + (payment.awaitsFiling ? amountFen : 0), 0);
}

async function liaisonValues(companyId: string): Promise<FormValues> {
  const liaison = await findFirstLiaison(db(), companyId);
  return liaison ? { person: liaison.name, mobile: liaison.mobile, email: liaison.email } : {};
}

/** What is likely to be the same as last time; the transfer itself is another one. */
function repeated({ person, mobile, email, payer, payerBank, payerAccount }: Filing): FormValues {
  return { person, mobile, email, payer, payerBank, payerAccount };
}

function valuesOf(filing: Filing): FormValues {
  const { titleName, titleUscc, serial, note, level } = filing;
  return {
    ...repeated(filing),
    ...{ titleName, titleUscc, note },
    serial: serial ?? '',
    ...(level && { level }),
    paidOn: dayOf(filing.paidOn),
    amount: formatAmount(filing.amountFen).replace(/,/g, ''),
  };
}
