import 'server-only';
import { db } from '../db';
import { type Existing, receiptKey } from './check-across';
import type { Checked } from './check-company';
import { groupBy } from './group-by';

const AT_ONCE = 5000;

/** Asks the system, a few thousand at a time, for what a workbook might have twice. */
export async function findExisting(companies: readonly Checked[]): Promise<Existing> {
  const data = companies.flatMap((company) => company.data ?? []);
  const distinct = (texts: string[]) => [...new Set(texts.filter(Boolean))];
  const usccs = await inPortions(distinct(data.map(({ uscc }) => uscc)), (uscc) =>
    db().company.findMany({ where: { uscc: { in: uscc } }, select: { uscc: true, member: { select: { number: true } } } }),
  );
  const names = await inPortions(distinct(data.map(({ name }) => name)), (name) =>
    db().company.findMany({ where: { name: { in: name } }, select: { name: true, uscc: true } }),
  );
  const numbers = await inPortions(distinct(data.map(({ number }) => number ?? '')), (number) =>
    db().member.findMany({ where: { number: { in: number } }, select: { number: true, company: { select: { uscc: true } } } }),
  );
  const phones = distinct(data.flatMap(({ liaisons }) => liaisons.map(({ mobile }) => mobile)));
  const staff = await inPortions(phones, (phone) =>
    db().account.findMany({ where: { phone: { in: phone }, roles: { some: {} } }, select: { phone: true } }),
  );
  const liaisons = await inPortions(phones, (mobile) =>
    db().liaison.findMany({
      where: { mobile: { in: mobile }, to: null },
      select: { mobile: true, name: true, company: { select: { name: true } } },
    }),
  );
  const receipts = await inPortions(distinct(data.flatMap(({ dues }) => dues.map(({ receipt }) => receipt?.number ?? ''))), (number) =>
    db().receipt.findMany({ where: { number: { in: number } }, select: { code: true, number: true } }),
  );
  return {
    numberOfUscc: new Map(usccs.map(({ uscc, member }) => [uscc, member?.number ?? ''])),
    usccOfName: new Map(names.map(({ name, uscc }) => [name, uscc])),
    usccOfNumber: new Map(numbers.map(({ number, company }) => [number, company.uscc])),
    staffPhones: new Set(staff.map(({ phone }) => phone)),
    liaisonsOfPhone: groupBy(
      liaisons.map(({ company, ...rest }) => ({ ...rest, company: company.name })),
      ({ mobile }) => mobile,
    ),
    receipts: new Set(receipts.map(receiptKey)),
  };
}

async function inPortions<T>(values: readonly string[], find: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) found.push(...(await find(values.slice(at, at + AT_ONCE))));
  return found;
}
