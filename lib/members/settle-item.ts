import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { transaction } from '../transaction';
import type { IncompleteItem } from './incomplete';
import { loadMember, lockMembers } from './load-member';
import { settleItems } from './settle-items';

/** 已处理: a reviewer has seen to one thing that the import left open. Twice is once. @throws DomainError `notFound` */
export async function settleItem(actor: AccountActor, { memberId, item }: { memberId: string; item: IncompleteItem }): Promise<void> {
  authorize(actor, 'member.edit', null);
  await transaction(async (tx) => {
    await lockMembers(tx, memberId);
    const member = await loadMember(tx, memberId);
    if (!member.incomplete.includes(item)) return;
    await settleItems(tx, member, [item]);
    await recordAudit(tx, actor, { action: 'member.settle', record: 'member', recordId: memberId, data: { item } });
  });
}
