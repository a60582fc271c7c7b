import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { CouncilSeat, Prisma } from '../generated/prisma/client';
import { lockMembers } from '../members/load-member';

/**
 * A seat of a member that nobody else changes until the transaction ends.
 * @throws DomainError `notFound`, `stale` when it is not as the form showed it
 */
export async function loadSeat(tx: Tx, { seatId, version }: { seatId: string; version: number }): Promise<CouncilSeat> {
  const found = await tx.councilSeat.findUnique({ where: { id: seatId } });
  if (!found) throw new DomainError('notFound');
  await lockMembers(tx, found.memberId);
  const seat = await tx.councilSeat.findUniqueOrThrow({ where: { id: seatId } });
  if (seat.version !== version) throw new DomainError('stale', { text: '这个席位刚被别人修改过，您填写的内容还在。请刷新核对后再改。' });
  return seat;
}

type Wanted = { memberId: string; position: string; from: Date; to: Date | null; except?: string };

/** A member has each position once at a time; other positions may stand beside it. @throws DomainError `invalid` */
export async function requireFree(tx: Tx, { memberId, position, from, to, except }: Wanted): Promise<void> {
  const overlaps: Prisma.CouncilSeatWhereInput = { OR: [{ to: null }, { to: { gte: from } }], ...(to && { from: { lte: to } }) };
  const held = await tx.councilSeat.findFirst({ where: { memberId, position, ...(except && { id: { not: except } }), ...overlaps } });
  if (held) throw new DomainError('invalid', { fieldErrors: { from: `这段时间的“${position}”已有 ${held.person}；换人请用“变更”` } });
}
