import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { reissueCertificate } from '../certificates/reissue-certificate';
import { type Day, toColumn } from '../days';
import { raiseTopUp } from '../dues/raise-top-up';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { levelConsequences, requireOtherLevel } from './level-consequence';
import { loadMember, lockMembers } from './load-member';
import { ENDED } from './states';

type Change = { memberId: string; openLevelId: string; level: Level; from: Day; reason: string; resolution: string; topUp: boolean };

/**
 * Another 会员级别 from a day on. The certificate prints the level, so a new one is issued and the old one is 已换发. What
 * was raised stays; with `topUp` the difference of each year raised is owed besides, as `previewLevelChange` has shown.
 * @throws DomainError `notFound`, `stale` when the level is another than the page showed, `notEditable` for an ended
 * member, `invalid` for a day that cannot be
 */
export async function changeLevel(actor: AccountActor, { memberId, openLevelId, topUp, ...change }: Change): Promise<void> {
  authorize(actor, 'member.changeLevel', null);
  await transaction(async (tx) => {
    await lockMembers(tx, memberId);
    const member = await loadMember(tx, memberId);
    const [before] = member.levels;
    if (ENDED.includes(member.state))
      throw new DomainError('notEditable', { text: '已退会或已除名的会员不能变更级别，请先恢复会员资格。' });
    if (before?.id !== openLevelId) throw new DomainError('stale', { text: '级别刚被别人变更过，请刷新后核对；您填写的内容还在。' });
    await requireOtherLevel(tx, member, change);
    const rows = await levelConsequences(tx, member, change);
    await tx.memberLevel.update({ where: { id: before.id }, data: { to: toColumn(change.from) } });
    await tx.memberLevel.create({
      data: {
        memberId,
        level: change.level,
        from: toColumn(change.from),
        reason: change.reason,
        resolution: change.resolution || null,
      },
    });
    const dues = topUp ? rows.filter(({ topUpFen }) => topUpFen > 0) : [];
    for (const { year, topUpFen } of dues)
      await raiseTopUp(tx, actor, { companyId: member.companyId, year, level: change.level, amountFen: topUpFen });
    await reissueCertificate(tx, actor, memberId, '会员级别变更');
    await recordAudit(tx, actor, {
      action: 'member.changeLevel',
      record: 'member',
      recordId: memberId,
      data: { before: before.level, after: change.level, from: change.from, reason: change.reason, resolution: change.resolution },
    });
  });
}
