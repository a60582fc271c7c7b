import 'server-only';
import type { FormValues } from '../actions/action-state';
import { storedValues } from '../actions/form-values';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { editFields } from './edit-schema';

const include = {
  liaisons: { where: { to: null }, orderBy: { order: 'asc' } },
  member: { select: { id: true, state: true, incomplete: true } },
} satisfies Prisma.CompanyInclude;

export type LoadedCompany = Prisma.CompanyGetPayload<{ include: typeof include }>;

/** A company with its liaisons of today. Call `authorize` before it. @throws DomainError `notFound` */
export async function loadCompany(tx: Tx, id: string): Promise<LoadedCompany> {
  const found = await tx.company.findUnique({ where: { id }, include });
  if (!found) throw new DomainError('notFound');
  return found;
}

/** What a form shows of a company, and what changes are measured against. */
export function companyValues(company: LoadedCompany): FormValues {
  const liaisons = company.liaisons.map(({ order, name, mobile, department, title, email }) => ({
    ...{ order, name, mobile, department, title, email },
  }));
  const shown = Object.entries({ ...company, liaisons }).filter(([name]) => ['name', 'uscc', ...editFields].includes(name));
  return storedValues(Object.fromEntries(shown));
}
