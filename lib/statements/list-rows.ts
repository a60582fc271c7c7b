import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import type { Prisma } from '../generated/prisma/client';
import type { BankRowState } from '../generated/prisma/enums';
import { MOST_FEN, parseYuan } from '../money';
import { IGNORED_AT_ONCE } from './ignore-row';
import { leftOf } from './machine';
import { type Proposed, propose } from './propose';
import { SURE_AT_ONCE } from './settle-sure-rows';

export const ROWS_PAGE = 50;

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
 * Of all that match, the sure ones, and those of which nobody is known (`strange`). The search is for a part of payer,
 * memo or number, or a sum in yuan.
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
    strange: rows.flatMap(({ id, proposals, payments }) => (proposals.length || payments.length ? [] : [id])).slice(0, IGNORED_AT_ONCE),
  };
}

function searchFor(text: string): Prisma.BankRowWhereInput[] {
  const part = { contains: text, mode: 'insensitive' } as const;
  const amountFen = parseYuan(text) ?? 0;
  return [{ payerName: part }, { memo: part }, { serial: part }, ...(amountFen > 0 && amountFen <= MOST_FEN ? [{ amountFen }] : [])];
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
