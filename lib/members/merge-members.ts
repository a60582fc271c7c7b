import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { reissueCertificate } from '../certificates/reissue-certificate';
import { now, today } from '../clock';
import { requestMachine } from '../companies/change-machine';
import { lockCompany } from '../companies/lock-company';
import { findOpenRequest } from '../companies/open-request';
import { indexNames } from '../companies/rename-company';
import { settleExit } from '../companies/settle-exit';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { moveChargesToOtherCompany } from '../dues/move-charges';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { type LoadedMember, loadMember, lockMembers } from './load-member';
import { memberMachine } from './member-machine';
import { isTaken } from './merge-preview';
import { ENDED } from './states';

type Merge = { keepId: string; goneId: string; reason: string };

/**
 * Makes one member of two records of it. Names, liaisons, files, dues, seats and notes move to the one that stays; number
 * and credit code of the other still find it, and its certificates no longer count; a request for another name that waits is
 * withdrawn, for it named the record that goes. The earlier 入会日期 holds. The other record stays as withdrawn and merged, for its history. Asks for a fresh second factor.
 * @throws DomainError `notFound` also for a record that was merged before, `invalid` for one with itself, `stepUp`
 */
export async function mergeMembers(actor: AccountActor, { keepId, goneId, reason }: Merge): Promise<void> {
  authorize(actor, 'member.merge', null);
  if (keepId === goneId) throw new DomainError('invalid', { text: '请选择两家不同的会员。' });
  await transaction(async (tx) => {
    await lockMembers(tx, keepId, goneId);
    const keep = await loadMember(tx, keepId);
    const gone = await loadMember(tx, goneId);
    if (!ENDED.includes(gone.state))
      await transition(tx, actor, memberMachine(await today(tx)), { id: goneId, from: gone.state, event: 'merge', reason, data: {} });
    await moveNames(tx, keep, gone);
    await moveLiaisons(tx, keep.companyId, gone.companyId);
    await moveChargesToOtherCompany(tx, actor, { from: gone.companyId, to: keep.companyId, reason: `并入会员 ${keep.number}` });
    await withdrawRequest(tx, actor, gone.companyId, `并入会员 ${keep.number}`);
    await settleExit(tx, actor, gone.companyId);
    await moveDrafts(tx, keep.companyId, gone.companyId);
    await tx.companyChange.updateMany({ where: { companyId: gone.companyId }, data: { companyId: keep.companyId } });
    await tx.file.updateMany({ where: { companyId: gone.companyId }, data: { companyId: keep.companyId } });
    await tx.councilSeat.updateMany({ where: { memberId: goneId }, data: { memberId: keepId } });
    await tx.memberNote.updateMany({ where: { memberId: goneId }, data: { memberId: keepId } });
    await tx.certificate.updateMany({
      where: { memberId: goneId, revokedAt: null },
      data: { revokedAt: await now(tx), revokedReason: `并入会员 ${keep.number}` },
    });
    await join(tx, actor, keep, gone);
    await leaveNote(tx, actor, { keep, gone, reason });
    const both = { keep: keep.number, gone: gone.number, goneUscc: gone.company.uscc, reason };
    await recordAudit(tx, actor, { action: 'member.absorb', record: 'member', recordId: keepId, data: both });
    await recordAudit(tx, actor, { action: 'member.mergedInto', record: 'member', recordId: goneId, data: both });
  });
}

async function moveNames(tx: Tx, keep: LoadedMember, gone: LoadedMember): Promise<void> {
  const day = toColumn(await today(tx));
  const known = await tx.companyName.findMany({ where: { companyId: keep.companyId }, select: { name: true } });
  await tx.companyName.updateMany({
    where: { companyId: gone.companyId, name: { notIn: known.map(({ name }) => name) } },
    data: { companyId: keep.companyId, to: day },
  });
  await indexNames(tx, keep.companyId);
}

async function moveLiaisons(tx: Tx, to: string, from: string): Promise<void> {
  const moment = await now(tx);
  const open = await tx.liaison.findMany({ where: { companyId: to, to: null } });
  const moving = await tx.liaison.findMany({ where: { companyId: from, to: null }, orderBy: { order: 'asc' } });
  await tx.liaison.updateMany({ where: { companyId: from, to: { not: null } }, data: { companyId: to } });
  for (const liaison of moving) {
    const taken = isTaken(open, liaison);
    await tx.liaison.update({ where: { id: liaison.id }, data: { companyId: to, to: taken ? moment : null } });
    if (!taken) open.push(liaison);
  }
}

async function withdrawRequest(tx: Tx, actor: AccountActor, companyId: string, reason: string): Promise<void> {
  await lockCompany(tx, companyId);
  const open = await findOpenRequest(tx, companyId);
  if (!open) return;
  const decidedAt = await now(tx);
  await transition(tx, actor, requestMachine, { id: open.id, from: open.state, event: 'withdraw', reason, data: { decidedAt } });
}

/** What was begun of a year's 汇款信息 goes on with the record that stays, unless that has begun the same year itself. */
async function moveDrafts(tx: Tx, to: string, from: string): Promise<void> {
  const begun = await tx.filingDraft.findMany({ where: { companyId: to }, select: { year: true } });
  await tx.filingDraft.deleteMany({ where: { companyId: from, year: { in: begun.map(({ year }) => year) } } });
  await tx.filingDraft.updateMany({ where: { companyId: from }, data: { companyId: to } });
}

/** The record that stays takes over the other's number and code, and its earlier day; a printed day brings a new certificate. */
async function join(tx: Tx, actor: AccountActor, keep: LoadedMember, gone: LoadedMember): Promise<void> {
  const earlier = gone.joinedOn < keep.joinedOn;
  await tx.member.update({
    where: { id: keep.id },
    data: {
      formerNumbers: [...new Set([...keep.formerNumbers, ...gone.formerNumbers, gone.number, gone.company.uscc])],
      ...(earlier && { joinedOn: gone.joinedOn }),
      // Dues and receipts come over, and with them what was to be looked at.
      incomplete: [...new Set([...keep.incomplete, ...gone.incomplete.filter((item) => item === 'dues' || item === 'receipts')])],
    },
  });
  if (earlier) await tx.memberLevel.updateMany({ where: { memberId: keep.id, from: keep.joinedOn }, data: { from: gone.joinedOn } });
  await tx.member.update({ where: { id: gone.id }, data: { mergedIntoId: keep.id } });
  await tx.member.updateMany({ where: { mergedIntoId: gone.id }, data: { mergedIntoId: keep.id } });
  if (earlier && !ENDED.includes(keep.state)) await reissueCertificate(tx, actor, keep.id, '合并后入会日期更正');
}

type Merged = { keep: LoadedMember; gone: LoadedMember; reason: string };

async function leaveNote(tx: Tx, actor: AccountActor, { keep, gone, reason }: Merged): Promise<void> {
  const text = `${gone.company.name}（原会员编号 ${gone.number}，信用代码 ${gone.company.uscc}）并入本会员。${reason}`;
  const author = { authorId: actor.id, authorName: actor.name };
  await tx.memberNote.create({ data: { memberId: keep.id, text, notedOn: toColumn(await today(tx)), pinned: true, ...author } });
}
