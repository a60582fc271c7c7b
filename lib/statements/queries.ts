import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { companySearch } from '../companies/search';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import type { BankRowState } from '../generated/prisma/enums';
import { parseYuan } from '../money';
import { loadCandidates } from './candidates';
import { loadTable } from './confirm-mapping';
import { IGNORED_AT_ONCE } from './ignore-row';
import { leftOf } from './machine';
import { type Guess, guessMapping, mappingSchema } from './mapping';
import type { Candidate } from './match';
import { type Proposed, propose } from './propose';
import { SURE_AT_ONCE } from './settle-sure-rows';

export const ROWS_PAGE = 50;
const faultsSchema = z.array(z.object({ row: z.number(), text: z.string() }));

export type StatementLine = {
  id: string;
  name: string;
  uploader: string;
  createdAt: Date;
  isRead: boolean;
  counts: Partial<Record<BankRowState, number>>;
};

/** The statements, the newest first, with how many rows of each stand in which state. */
export async function listStatements(actor: Actor): Promise<StatementLine[]> {
  authorize(actor, 'statement.view', null);
  const [rows, groups] = await Promise.all([
    db().bankStatement.findMany({ orderBy: { createdAt: 'desc' }, take: 100, include: { uploader: { select: { name: true } } } }),
    db().bankRow.groupBy({ by: ['statementId', 'state'], _count: true }),
  ]);
  return rows.map(({ id, name, uploader, createdAt, readAt }) => ({
    ...{ id, name, createdAt },
    uploader: uploader.name,
    isRead: readAt !== null,
    counts: Object.fromEntries(groups.filter(({ statementId }) => statementId === id).map(({ state, _count }) => [state, _count])),
  }));
}

export type StatementDetail = StatementLine & {
  known: number;
  outgoing: number;
  faults: { row: number; text: string }[];
  mayWork: boolean;
};

/** A statement without its rows. @throws DomainError `notFound` */
export async function getStatement(actor: Actor, id: string): Promise<StatementDetail & { fileKey: string; layout: string }> {
  authorize(actor, 'statement.view', null);
  const [found, groups] = await Promise.all([
    db().bankStatement.findUnique({ where: { id }, include: { uploader: { select: { name: true } } } }),
    db().bankRow.groupBy({ by: ['state'], where: { statementId: id }, _count: true }),
  ]);
  if (!found) throw new DomainError('notFound');
  const { uploader, readAt, faults, ...statement } = found;
  return {
    ...statement,
    uploader: uploader.name,
    isRead: readAt !== null,
    counts: Object.fromEntries(groups.map(({ state, _count }) => [state, _count])),
    faults: faultsSchema.parse(faults),
    mayWork: isAllowed(actor, 'statement.work', null),
  };
}

export type Columns = { heading: string[]; sample: string[][]; guess: Guess };

/** The columns of a statement whose layout is new, with its first rows and what each column probably is. */
export async function getColumns({ fileKey, layout }: { fileKey: string; layout: string }): Promise<Columns> {
  const [table, known] = await Promise.all([loadTable(fileKey), db().statementLayout.findUnique({ where: { layout } })]);
  const { heading, rows } = table;
  return { heading, sample: rows.slice(0, 3), guess: known ? mappingSchema.parse(known.mapping) : guessMapping(heading) };
}

export type BankRowView = Proposed & {
  id: string;
  position: number;
  paidOn: Day;
  amountFen: number;
  leftFen: number;
  payerName: string;
  payerAccount: string;
  memo: string;
  serial: string;
  state: BankRowState;
  note: string;
  reason: string | null;
  payments: { id: string; amountFen: number; name: string; filingId: string | null; chargeId: string | null }[];
};
export type Sure = { rowIds: string[]; sumFen: number; count: number };

type RowPage = { rows: BankRowView[]; total: number; sure: Sure; strange: string[] };
type RowFilter = { statementId: string; state: BankRowState; search?: string; page: number };

/**
 * A page of a statement's rows in a state, and how many match; the open ones with proposals, first those that have any.
 * Of all that match, the sure ones, and those of which nobody is known (`strange`). The search is for a part of payer, memo or number, or a sum in yuan.
 */
export async function listRows(actor: Actor, { statementId, state, search = '', page }: RowFilter): Promise<RowPage> {
  authorize(actor, 'statement.view', null);
  const where = { statementId, state, ...(search.trim() && { OR: searchFor(search.trim()) }) };
  const found = await db().bankRow.findMany({
    where,
    include: rowInclude,
    orderBy: { position: 'asc' },
    // What can be confirmed together is looked for in all of the open ones.
    ...(state !== 'open' && { skip: (page - 1) * ROWS_PAGE, take: ROWS_PAGE }),
  });
  const all = found.map(viewRow);
  if (state !== 'open')
    return { rows: all, total: await db().bankRow.count({ where }), sure: { rowIds: [], sumFen: 0, count: 0 }, strange: [] };
  const proposed = await propose(all);
  const rows = all
    .map((row) => ({ ...row, ...proposed.get(row.id) }))
    .toSorted((one, other) => Number(other.proposals.length > 0) - Number(one.proposals.length > 0));
  const sure = rows.filter(({ isSure }) => isSure);
  const now = sure.slice(0, SURE_AT_ONCE);
  return {
    rows: rows.slice((page - 1) * ROWS_PAGE, page * ROWS_PAGE),
    total: rows.length,
    sure: { rowIds: now.map(({ id }) => id), sumFen: now.reduce((sum, { leftFen }) => sum + leftFen, 0), count: sure.length },
    strange: rows.flatMap(({ id, proposals }) => (proposals.length ? [] : [id])).slice(0, IGNORED_AT_ONCE),
  };
}

function searchFor(text: string): Prisma.BankRowWhereInput[] {
  const part = { contains: text, mode: 'insensitive' } as const;
  const amountFen = parseYuan(text);
  return [{ payerName: part }, { memo: part }, { serial: part }, ...(amountFen ? [{ amountFen }] : [])];
}

/** One open row, to be settled for what somebody finds; null for any other. */
export async function getRow(actor: Actor, { statementId, rowId }: { statementId: string; rowId: string }): Promise<BankRowView | null> {
  authorize(actor, 'statement.view', null);
  if (!z.uuid().safeParse(rowId).success) return null;
  const found = await db().bankRow.findFirst({ where: { id: rowId, statementId, state: 'open' }, include: rowInclude });
  return found && viewRow(found);
}

const rowInclude = {
  payments: { include: { company: { select: { name: true } }, filing: { select: { titleName: true } }, allocations: true } },
} as const satisfies Prisma.BankRowInclude;

function viewRow({ payments, ...row }: Prisma.BankRowGetPayload<{ include: typeof rowInclude }>): BankRowView {
  return {
    ...row,
    paidOn: dayOf(row.paidOn),
    leftFen: leftOf({ ...row, payments }),
    ...{ proposals: [], isSure: false },
    payments: payments.map(({ id, amountFen, company, filing, filingId, allocations }) => ({
      ...{ id, amountFen, filingId },
      name: company?.name ?? filing?.titleName ?? '',
      chargeId: allocations[0]?.chargeId ?? null,
    })),
  };
}

/** What somebody may mean who knows better than the proposals: by name, earlier name, initials or credit code. */
export async function findCandidates(actor: Actor, search: string): Promise<Candidate[]> {
  authorize(actor, 'statement.view', null);
  const title = search.trim();
  if (!title) return [];
  const companies = await db().company.findMany({ where: companySearch(title), select: { id: true }, take: 20 });
  return (await loadCandidates({ companyIds: companies.map(({ id }) => id), title })).slice(0, 30);
}
