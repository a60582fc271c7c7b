import 'server-only';
import type * as z from 'zod';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { addDays, dayOf, formatDay, toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { CouncilSeat } from '../generated/prisma/client';
import { transaction } from '../transaction';
import { loadSeat, requireFree } from './load-seat';
import type { changeSeatSchema } from './schema';

type Change = z.infer<typeof changeSeatSchema>;
type Row = Pick<CouncilSeat, 'position' | 'person' | 'title' | 'term' | 'from' | 'to'>;

/**
 * From a later day on, somebody or something else: the seat before ends the day before and stays as history. With the
 * same first day it is a correction of what was written down wrongly; before and after are in the audit.
 * @throws DomainError `notFound`, `stale`, `invalid` for a day before the seat's own or while the position is held
 */
export async function changeSeat(actor: AccountActor, { seatId, version, from, to, ...fields }: Change): Promise<void> {
  authorize(actor, 'council.change', null);
  await transaction(async (tx) => {
    const seat = await loadSeat(tx, { seatId, version });
    const since = dayOf(seat.from);
    if (from < since) throw new DomainError('invalid', { fieldErrors: { from: `不能早于现任的开始日期（${formatDay(since)}）` } });
    const row: Row = { ...fields, from: toColumn(from), to: to ? toColumn(to) : null };
    await requireFree(tx, { memberId: seat.memberId, ...row, except: seat.id });
    if (from === since) await tx.councilSeat.update({ where: { id: seatId }, data: { ...row, version: { increment: 1 } } });
    else await succeed(tx, seat, row);
    const data = { seatId, correction: from === since, before: plain(seat), after: plain(row) };
    await recordAudit(tx, actor, { action: 'council.change', record: 'member', recordId: seat.memberId, data });
  });
}

async function succeed(tx: Tx, { id, memberId, to }: CouncilSeat, row: Row): Promise<void> {
  const last = toColumn(addDays(dayOf(row.from), -1));
  await tx.councilSeat.update({ where: { id }, data: { to: to && to < last ? to : last, version: { increment: 1 } } });
  await tx.councilSeat.create({ data: { memberId, ...row } });
}

function plain({ position, person, title, term, from, to }: Row) {
  return { position, person, title, term, from: dayOf(from), to: to ? dayOf(to) : '' };
}
