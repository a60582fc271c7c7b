import 'server-only';
import * as z from 'zod';
import type { FormValues } from '../actions/action-state';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { ChangeField } from './change-fields';
import type { CompanyEdit } from './edit-schema';
import type { LoadedCompany } from './load-company';

type Contact = { department: string; title: string; email: string };

/** Writes what was checked of 企业信息, and how its liaisons are reached. The caller has locked the company. */
export async function writeCompany(tx: Tx, company: LoadedCompany, { liaisons, ...fields }: CompanyEdit): Promise<void> {
  await tx.company.update({ where: { id: company.id }, data: { ...fields, version: { increment: 1 } } });
  for (const { mobile, ...contact } of liaisons) {
    const row = company.liaisons.find((liaison) => liaison.mobile === mobile);
    if (row) await writeContact(tx, row, contact);
  }
}

const text = z.string();
const stored = z
  .object({
    ...{ industry: text, field: text, provinceCode: text, cityCode: text, address: text, postcode: text, legalRepresentative: text },
    ...{ companyType: text, affiliation: text, profile: text, qualifications: z.array(text) },
  })
  .partial();
const storedContact = z.object({ mobile: text, department: text, title: text, email: text });

/**
 * Puts the values of one thing back as they once were stored.
 * @throws DomainError `changedAgain` when another person had the place: how to reach somebody does not bring the person back
 */
export async function restoreValues(tx: Tx, company: LoadedCompany, field: ChangeField, values: FormValues): Promise<void> {
  const isContact = field === 'firstLiaison' || field === 'secondLiaison';
  await tx.company.update({
    where: { id: company.id },
    data: { ...(!isContact && stored.parse(values)), version: { increment: 1 } },
  });
  if (!isContact) return;
  const { mobile, ...contact } = storedContact.parse(values);
  const order = field === 'firstLiaison' ? 'first' : 'second';
  const row = company.liaisons.find((liaison) => liaison.mobile === mobile && liaison.order === order);
  if (!row) throw new DomainError('changedAgain');
  await writeContact(tx, row, contact);
}

// Dated rows: from now on the liaison is reached so; until now, as it was.
async function writeContact(tx: Tx, row: LoadedCompany['liaisons'][number], contact: Contact): Promise<void> {
  const { id, createdAt: _, ...before } = row;
  const { department, title, email } = before;
  if (department === contact.department && title === contact.title && email === contact.email) return;
  const at = await now(tx);
  await tx.liaison.update({ where: { id }, data: { to: at } });
  await tx.liaison.create({ data: { ...before, ...contact, from: at } });
}
