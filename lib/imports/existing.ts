import 'server-only';
import * as z from 'zod';
import { db } from '../db';
import { type Existing, receiptKey } from './check-across';
import type { Checked } from './check-company';
import { groupBy } from './group-by';

const text = z.string();
const companies = z.array(z.object({ uscc: text, name: text, number: text.nullable() }));
const liaisons = z.array(z.object({ mobile: text, name: text, company: text }));
const staff = z.array(z.object({ phone: text }));
const receipts = z.array(z.object({ code: text, number: text }));

/** Asks the system for what a workbook might have twice: each question is one array, however many companies there are. */
export async function findExisting(checked: readonly Checked[]): Promise<Existing> {
  const data = checked.flatMap((company) => company.data ?? []);
  const [usccs, names] = [data.map(({ uscc }) => uscc), data.map(({ name }) => name)];
  const numbers = data.flatMap(({ number }) => number ?? []);
  const phones = data.flatMap((company) => company.liaisons.map(({ mobile }) => mobile));
  const receiptNumbers = data.flatMap(({ dues }) => dues.flatMap(({ receipt }) => receipt?.number ?? []));
  const known = companies.parse(
    await db().$queryRaw`
      SELECT c."uscc", c."name", m."number" FROM "Company" c LEFT JOIN "Member" m ON m."companyId" = c."id"
      WHERE c."uscc" = ANY(${usccs}) OR c."name" = ANY(${names}) OR m."number" = ANY(${numbers})`,
  );
  const byPhone = liaisons.parse(
    await db().$queryRaw`
      SELECT l."mobile", l."name", c."name" AS "company" FROM "Liaison" l JOIN "Company" c ON c."id" = l."companyId"
      WHERE l."to" IS NULL AND l."mobile" = ANY(${phones})`,
  );
  const ofStaff = staff.parse(
    await db().$queryRaw`
      SELECT "phone" FROM "Account" a WHERE "phone" = ANY(${phones}) AND EXISTS (SELECT 1 FROM "AccountRole" r WHERE r."accountId" = a."id")`,
  );
  const issued = receipts.parse(await db().$queryRaw`SELECT "code", "number" FROM "Receipt" WHERE "number" = ANY(${receiptNumbers})`);
  return {
    numberOfUscc: new Map(known.map(({ uscc, number }) => [uscc, number ?? ''])),
    usccOfName: new Map(known.map(({ name, uscc }) => [name, uscc])),
    holderOfNumber: new Map(known.flatMap(({ number, name }) => (number === null ? [] : [[number, name]]))),
    staffPhones: new Set(ofStaff.map(({ phone }) => phone)),
    liaisonsOfPhone: groupBy(byPhone, ({ mobile }) => mobile),
    receipts: new Set(issued.map(receiptKey)),
  };
}
