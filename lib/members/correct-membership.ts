import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { reissueCertificate } from '../certificates/reissue-certificate';
import { today } from '../clock';
import { type Day, dayOf, formatDay, toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { isUniqueViolation, transaction } from '../transaction';
import { type LoadedMember, loadMember, lockMembers } from './load-member';
import { settleItems } from './settle-items';
import { ENDED } from './states';

/** `shown`: the number that the page showed. */
type Correction = { memberId: string; shown: string; number: string; joinedOn: Day; reason: string };

/**
 * 更正会员编号和入会日期, as an import may have brought them wrong or not at all. The number before still finds the member. The
 * level that it joined with begins with the membership. Both are printed: a new certificate is issued.
 * @throws DomainError `notFound`, `stale` when the number is another than the page showed, `invalid` at the field: a number
 * that another member has, a day that cannot be
 */
export async function correctMembership(actor: AccountActor, { memberId, shown, number, joinedOn, reason }: Correction): Promise<void> {
  authorize(actor, 'member.edit', null);
  try {
    await transaction(async (tx) => {
      await lockMembers(tx, memberId);
      const member = await loadMember(tx, memberId);
      if (member.number !== shown) throw new DomainError('stale', { text: '会员编号刚被别人更正过，请刷新后核对；您填写的内容还在。' });
      const before = { number: member.number, joinedOn: dayOf(member.joinedOn) };
      if (before.number === number && before.joinedOn === joinedOn) throw new DomainError('invalid', { text: '编号和日期都没有变化。' });
      await requireFree(tx, memberId, number);
      await requirePossible(tx, member, joinedOn);
      const formerNumbers =
        before.number === number
          ? member.formerNumbers
          : [...new Set([...member.formerNumbers, before.number])].filter((each) => each !== number);
      const data = { number, joinedOn: toColumn(joinedOn), formerNumbers };
      await tx.member.update({ where: { id: memberId }, data });
      await tx.memberLevel.updateMany({ where: { memberId, from: member.joinedOn }, data: { from: toColumn(joinedOn) } });
      await settleItems(tx, member, ['number', ...(before.joinedOn === joinedOn ? [] : ['joinedOn'])]);
      if (!ENDED.includes(member.state)) await reissueCertificate(tx, actor, memberId, '会员编号或入会日期更正');
      const after = { number, joinedOn };
      await recordAudit(tx, actor, { action: 'member.correct', record: 'member', recordId: memberId, data: { before, after, reason } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('invalid', { fieldErrors: { number: TAKEN } });
    throw error;
  }
}

const TAKEN = '这个会员编号已有会员使用，请核对';

async function requireFree(tx: Tx, memberId: string, number: string): Promise<void> {
  const holder = await tx.member.findFirst({ where: { number, id: { not: memberId } }, include: { company: { select: { name: true } } } });
  if (holder) throw new DomainError('invalid', { fieldErrors: { number: `${TAKEN}：${holder.company.name}` } });
}

// What happened to the membership cannot have happened before it.
async function requirePossible(tx: Tx, { id, joinedOn: before }: LoadedMember, joinedOn: Day): Promise<void> {
  const levels = await tx.memberLevel.aggregate({ where: { memberId: id, from: { gt: before } }, _min: { from: true } });
  const events = await tx.memberEvent.aggregate({ where: { memberId: id }, _min: { effectiveOn: true } });
  const days = [await today(tx), ...[levels._min.from, events._min.effectiveOn].flatMap((at) => (at ? [dayOf(at)] : []))];
  const latest = days.toSorted()[0] ?? joinedOn;
  if (joinedOn > latest) {
    throw new DomainError('invalid', { fieldErrors: { joinedOn: `入会日期不能晚于${formatDay(latest)}（今天，或第一次变更）` } });
  }
}
