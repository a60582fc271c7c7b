import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { companySearch } from '../companies/search';
import { db } from '../db';
import { DomainError } from '../errors';
import type { BankRowState } from '../generated/prisma/enums';
import { loadCandidates } from './candidates';
import { loadTable } from './confirm-mapping';
import { type Guess, guessMapping, mappingSchema } from './mapping';
import type { Candidate } from './match';

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

/** What somebody may mean who knows better than the proposals: by name, earlier name, initials or credit code. */
export async function findCandidates(actor: Actor, search: string): Promise<Candidate[]> {
  authorize(actor, 'statement.view', null);
  const title = search.trim();
  if (!title) return [];
  const companies = await db().company.findMany({ where: companySearch(title), select: { id: true }, take: 20 });
  return (await loadCandidates({ companyIds: companies.map(({ id }) => id), title })).slice(0, 30);
}
