import 'server-only';
import type * as z from 'zod';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { dayOf, formatDay, toColumn } from '../days';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { loadSeat } from './load-seat';
import type { endSeatSchema } from './schema';

/** A seat ends with a day, which may be to come, and stays as history. @throws DomainError `notFound`, `stale`, `invalid` */
export async function endSeat(actor: AccountActor, { seatId, version, on, reason }: z.infer<typeof endSeatSchema>): Promise<void> {
  authorize(actor, 'council.change', null);
  await transaction(async (tx) => {
    const seat = await loadSeat(tx, { seatId, version });
    const since = dayOf(seat.from);
    if (on < since) throw new DomainError('invalid', { fieldErrors: { on: `不能早于任职开始日期（${formatDay(since)}）` } });
    await tx.councilSeat.update({ where: { id: seatId }, data: { to: toColumn(on), version: { increment: 1 } } });
    const data = { seatId, person: seat.person, before: seat.to ? dayOf(seat.to) : '', after: on, reason };
    await recordAudit(tx, actor, { action: 'council.end', record: 'member', recordId: seat.memberId, data });
  });
}
