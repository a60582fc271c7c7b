import 'server-only';
import type * as z from 'zod';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { toColumn } from '../days';
import { DomainError } from '../errors';
import { loadMember, lockMembers } from '../members/load-member';
import { ENDED } from '../members/states';
import { once } from '../once';
import { transaction } from '../transaction';
import { requireFree } from './load-seat';
import type { addSeatSchema } from './schema';

type Seat = z.infer<typeof addSeatSchema> & { key: string };

/**
 * Somebody of a 理事单位 or above takes a seat. The form's `key` makes a second click one seat.
 * @throws DomainError `notFound`, `notEditable` for an ordinary or an ended member, `invalid` while the position is held
 */
export async function addSeat(actor: AccountActor, { memberId, key, from, to, ...seat }: Seat): Promise<string> {
  authorize(actor, 'council.change', null);
  return transaction(async (tx) => {
    await lockMembers(tx, memberId);
    const member = await loadMember(tx, memberId);
    if (ENDED.includes(member.state)) throw new DomainError('notEditable', { text: '已退会或已除名的会员不能增加席位。' });
    if (member.levels[0]?.level === 'ordinaryMember')
      throw new DomainError('notEditable', { text: '普通会员没有理事会席位，请先变更会员级别。' });
    return once(tx, actor, 'addSeat', key, async () => {
      const dates = { from: toColumn(from), to: to ? toColumn(to) : null };
      await requireFree(tx, { memberId, position: seat.position, ...dates });
      const { id } = await tx.councilSeat.create({ data: { memberId, ...seat, ...dates }, select: { id: true } });
      const data = { seatId: id, ...seat, from, to: to ?? '' };
      await recordAudit(tx, actor, { action: 'council.add', record: 'member', recordId: memberId, data });
      return id;
    });
  });
}
