import 'server-only';
import { newToken } from '../certificates/token';
import { nameIndex, namePinyin } from '../companies/name-index';
import { type Day, toColumn, yearOf } from '../days';
import type { Tx } from '../db';
import { lastSequence, lockNumbers, numberOf } from '../members/create-member';
import { ENDED } from '../members/states';
import { newId } from '../new-id';
import type { WordCodes } from './add-words';
import { wordKey } from './findings';
import { insertDues } from './insert-dues';
import { insertRows } from './insert-rows';
import type { StagedCompany } from './staged';

export type Context = {
  importId: string;
  words: WordCodes;
  today: Day;
  now: Date;
  dueOn: string;
  confirmedById: string;
  /** Filled as companies are made: credit code → id. */
  companyIds: Map<string, string>;
  /** Per year the last number given to a company that had none. */
  sequences: Map<number, number>;
};

export type Placed = StagedCompany & { companyId: string; memberId: string; number: string };

/** Some hundreds of companies with all that belongs to them: one statement a table, never one a row. */
export async function insertCompanies(tx: Tx, companies: readonly StagedCompany[], context: Context): Promise<void> {
  const { now } = context;
  const placed: Placed[] = [];
  for (const company of companies) {
    const ids = { companyId: newId(now), memberId: newId(now) };
    placed.push({ ...company, ...ids, number: company.number ?? (await nextNumber(tx, company, context)) });
    context.companyIds.set(company.uscc, ids.companyId);
  }
  await insertRows(
    tx,
    'Company',
    placed.map((company) => companyRow(company, context)),
  );
  await insertRows(
    tx,
    'CompanyName',
    placed.flatMap((company) => nameRows(company, context)),
  );
  await insertLiaisons(tx, placed, context);
  await insertRows(
    tx,
    'Member',
    placed.map(({ memberId: id, companyId, number, state, joinedOn, incomplete }) => ({
      id,
      companyId,
      number,
      state,
      joinedOn: toColumn(joinedOn),
      incomplete,
    })),
  );
  await insertRows(
    tx,
    'MemberLevel',
    placed.flatMap((company) => levelRows(company, context)),
  );
  await insertRows(
    tx,
    'CouncilSeat',
    placed.flatMap(({ memberId, seats }) =>
      seats.map(({ from, to, ...seat }) => ({
        ...{ id: newId(now), memberId, ...seat, createdAt: now },
        ...{ from: toColumn(from), to: to && toColumn(to) },
      })),
    ),
  );
  await insertDues(tx, placed, context);
  await insertRows(
    tx,
    'Certificate',
    placed.filter(({ state }) => !ENDED.includes(state)).map((company) => certificateRow(company, context)),
  );
}

/**
 * A number in the sequence of the year of joining, after those that the workbook itself brings, also with rows that go
 * back to be mended.
 */
async function nextNumber(tx: Tx, { joinedOn }: StagedCompany, { importId, sequences }: Context): Promise<string> {
  const year = yearOf(joinedOn);
  if (!sequences.has(year)) {
    await lockNumbers(tx, year);
    sequences.set(year, Math.max(await lastSequence(tx, year), await lastStaged(tx, importId, year)));
  }
  const sequence = (sequences.get(year) ?? 0) + 1;
  sequences.set(year, sequence);
  return numberOf(year, sequence);
}

async function lastStaged(tx: Tx, importId: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ last: string | null }[]>`
    SELECT max("data"->>'number') AS last FROM "ImportCompany"
    WHERE "importId" = ${importId}::uuid AND "data"->>'number' ~ ${`^${year}[0-9]{4}$`}`;
  return Number(rows[0]?.last?.slice(4) ?? 0);
}

function companyRow({ companyId: id, uscc, name, names, fields, unknown }: Placed, { importId, words }: Context) {
  const code = (kind: 'industry' | 'field' | 'companyType' | 'affiliation') => {
    const word = unknown.find((candidate) => candidate.kind === kind);
    return fields[kind] || (word ? (words.get(wordKey(word)) ?? '') : '');
  };
  const added = unknown.filter(({ kind }) => kind === 'qualification').map((word) => words.get(wordKey(word)) ?? '');
  return {
    id,
    importId,
    uscc,
    name,
    ...namePinyin(name),
    nameBigrams: nameIndex(name, ...names.map((former) => former.name)),
    ...fields,
    industry: code('industry'),
    field: code('field'),
    companyType: code('companyType'),
    affiliation: code('affiliation'),
    qualifications: [...new Set([...fields.qualifications, ...added])].filter(Boolean),
  };
}

function nameRows({ companyId, name, names, joinedOn }: Placed, { now }: Context) {
  // An old name without its last day ended when the present one began, of which nothing is known but that it is in use.
  const old = names.map(({ name: former, from, to }) => ({
    id: newId(now),
    companyId,
    name: former,
    from: from && toColumn(from),
    to: toColumn(to ?? joinedOn),
  }));
  const since = names
    .flatMap(({ to }) => to ?? [])
    .toSorted()
    .at(-1);
  return [...old, { id: newId(now), companyId, name, from: since ? toColumn(since) : null, to: null }];
}

function levelRows({ memberId, levels }: Placed, { now }: Context) {
  return levels.map(({ level, from, to, resolution }) => ({
    id: newId(now),
    memberId,
    level,
    from: toColumn(from),
    to: to && toColumn(to),
    reason: '旧系统导入',
    resolution,
    createdAt: now,
  }));
}

async function insertLiaisons(tx: Tx, placed: readonly Placed[], { importId, now }: Context): Promise<void> {
  // Without a phone nobody could sign in.
  const coming = placed
    .flatMap(({ companyId, liaisons }) => liaisons.map((liaison) => ({ ...liaison, companyId })))
    .filter(({ mobile }) => mobile);
  const people = new Map(coming.map(({ mobile, name }) => [mobile, name]));
  const accounts = [...people].map(([phone, name]) => ({ id: newId(now), phone, name, importId }));
  await insertRows(tx, 'Account', accounts, true);
  const known = await tx.account.findMany({ where: { phone: { in: [...people.keys()] } }, select: { id: true, phone: true } });
  const ids = new Map(known.map(({ id, phone }) => [phone, id]));
  await insertRows(
    tx,
    'Liaison',
    coming.map((liaison) => ({ id: newId(now), ...liaison, accountId: ids.get(liaison.mobile), from: now })),
  );
}

function certificateRow({ memberId, number, name, uscc, level, joinedOn }: Placed, { now }: Context) {
  return {
    id: newId(now),
    memberId,
    number,
    token: newToken(),
    issuedAt: now,
    printed: { name, uscc, memberNumber: number, level, joinedOn },
  };
}
