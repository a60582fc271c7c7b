import 'server-only';
import * as z from 'zod';
import { db } from '../db';
import { groupBy } from '../group-by';
import { type Existing, receiptKey } from './check-across';
import type { Checked } from './check-company';

const text = z.string();
const company = { uscc: text, name: text, number: text.nullable() };
const companies = z.array(z.object(company));
const holders = z.array(z.object({ ...company, asked: text, isPresent: z.boolean() }));
const liaisons = z.array(z.object({ mobile: text, name: text, company: text }));
const staff = z.array(z.object({ phone: text }));
const receipts = z.array(z.object({ code: text, number: text }));

/** Asks the system for what a workbook might have twice: each question is one array, however many companies there are. */
export async function findExisting(checked: readonly Checked[]): Promise<Existing> {
  const data = checked.flatMap((company) => company.data ?? []);
  const usccs = data.map(({ uscc }) => uscc);
  const names = data.flatMap((company) => [company.name, ...company.names.map(({ name }) => name)]);
  const numbers = data.flatMap(({ number }) => number ?? []);
  const phones = data.flatMap((company) => company.liaisons.map(({ mobile }) => mobile));
  const receiptNumbers = data.flatMap(({ dues }) => dues.flatMap(({ receipt }) => receipt?.number ?? []));
  const known = companies.parse(
    await db().$queryRaw`
      SELECT c."uscc", c."name", m."number" FROM "Company" c LEFT JOIN "Member" m ON m."companyId" = c."id"
      WHERE c."uscc" = ANY(${usccs}) OR m."number" = ANY(${numbers})`,
  );
  // A record that was merged into another is not the one to look at; the other has its names.
  const named = holders.parse(
    await db().$queryRaw`
      SELECT n."asked", n."isPresent", c."uscc", c."name", m."number"
      FROM (SELECT "id", "name" AS "asked", true AS "isPresent" FROM "Company"
        UNION ALL SELECT "companyId", "name", false FROM "CompanyName" WHERE "to" IS NOT NULL) n
      JOIN "Company" c ON c."id" = n."id" LEFT JOIN "Member" m ON m."companyId" = c."id"
      WHERE n."asked" = ANY(${names}) AND m."mergedIntoId" IS NULL`,
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
    holderOfName: new Map(named.flatMap(({ asked, isPresent, ...holder }) => (isPresent ? [[asked, holder]] : []))),
    holderOfOldName: new Map(named.flatMap(({ asked, isPresent, ...holder }) => (isPresent ? [] : [[asked, holder]]))),
    holderOfNumber: new Map(known.flatMap(({ number, name }) => (number === null ? [] : [[number, name]]))),
    staffPhones: new Set(ofStaff.map(({ phone }) => phone)),
    liaisonsOfPhone: groupBy(byPhone, ({ mobile }) => mobile),
    receipts: new Set(issued.map(receiptKey)),
  };
}
