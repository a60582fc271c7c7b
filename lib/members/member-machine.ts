import 'server-only';
import { type Day, toColumn } from '../days';
import type { MemberState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type MemberEventName, memberTransitions } from './states';

type Change = Prisma.MemberUncheckedUpdateManyInput;

/** How a member's row moves and what its history records. `on` is the day from which the decision holds. */
export function memberMachine(on: Day): Machine<MemberState, MemberEventName, Change> {
  return {
    record: 'member',
    rows: memberTransitions,
    async move(tx, id, from, to, change) {
      const { count } = await tx.member.updateMany({ where: { id, state: from }, data: { ...change, state: to } });
      return count;
    },
    async log(tx, memberId, event) {
      await tx.memberEvent.create({ data: { memberId, effectiveOn: toColumn(on), ...event } });
    },
  };
}
