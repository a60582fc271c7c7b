import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { PaymentSource } from '../generated/prisma/enums';
import { type LedgerSums, ledgerByYear, leftOver } from './ledger';
import { yearsOf } from './paid';
import { chargeFacts, type DuesRow, viewDuesRow } from './views';

export type CompanyPayment = {
  id: string;
  source: PaymentSource;
  amountFen: number;
  leftFen: number;
  paidOn: Day;
  payer: string;
  years: number[];
};
export type CompanyLedger = {
  name: string;
  uscc: string;
  years: (LedgerSums & { year: number })[];
  leftFen: number;
  rows: DuesRow[];
  payments: CompanyPayment[];
};

/** Everything a company owed, paid and got back. @throws DomainError `notFound` */
export async function getCompanyLedger(actor: Actor, companyId: string): Promise<CompanyLedger> {
  authorize(actor, 'charge.list', null);
  const [company, years, leftFen] = await Promise.all([
    db().company.findUnique({
      where: { id: companyId },
      select: {
        ...{ name: true, uscc: true },
        charges: { include: chargeFacts, orderBy: [{ year: 'desc' }, { kind: 'asc' }] },
        payments: {
          where: { voidedAt: null },
          include: { filing: { select: { payer: true } }, allocations: { include: { charge: { select: { year: true } } } } },
          orderBy: { createdAt: 'desc' },
        },
      },
    }),
    ledgerByYear(actor, companyId),
    leftOver(actor, companyId),
  ]);
  if (!company) throw new DomainError('notFound');
  return {
    ...{ name: company.name, uscc: company.uscc, years, leftFen },
    rows: company.charges.map(viewDuesRow),
    payments: company.payments.map(({ id, source, amountFen, leftFen: left, paidOn, payer, filing, allocations }) => ({
      ...{ id, source, amountFen, leftFen: left },
      paidOn: dayOf(paidOn),
      payer: payer || (filing?.payer ?? ''),
      years: yearsOf({ allocations }),
    })),
  };
}
