import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { reissueCertificate } from '../certificates/reissue-certificate';
import { now, today } from '../clock';
import { indexNames } from '../companies/rename-company';
import { settleExit } from '../companies/settle-exit';
import { OPEN_REQUEST } from '../companies/states';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { moveChargesToOtherCompany } from '../dues/move-charges';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { type LoadedMember, loadMember, lockMembers } from './load-member';
import { memberMachine } from './member-machine';
import { isTaken } from './merge-preview';
import { ENDED } from './states';

// A request that waits stays with the record it was made for: what stays may have one of its own.
const OPEN: Prisma.CompanyChangeWhereInput = { kind: 'request', state: { in: [...OPEN_REQUEST] } };

type Merge = { keepId: string; goneId: string; reason: string };

/**
 * Makes one member of two records of it. Names, liaisons, files, dues, seats and notes move to the one that stays; number
 * and credit code of the other still find it, and its certificates no longer count. The earlier 入会日期 holds. The other
 * record stays as withdrawn and merged, for its history. Asks for a fresh second factor.
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
    await settleExit(tx, actor, gone.companyId);
    await moveNames(tx, keep, gone);
    await moveLiaisons(tx, keep.companyId, gone.companyId);
    await moveChargesToOtherCompany(tx, actor, { from: gone.companyId, to: keep.companyId, reason: `并入会员 ${keep.number}` });
    await tx.companyChange.updateMany({ where: { companyId: gone.companyId, NOT: OPEN }, data: { companyId: keep.companyId } });
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

/** The record that stays takes over the other's number and code, and its earlier day; a printed day brings a new certificate. */
async function join(tx: Tx, actor: AccountActor, keep: LoadedMember, gone: LoadedMember): Promise<void> {
  const earlier = gone.joinedOn < keep.joinedOn;
  await tx.member.update({
    where: { id: keep.id },
    data: {
      formerNumbers: [...new Set([...keep.formerNumbers, ...gone.formerNumbers, gone.number, gone.company.uscc])],
      ...(earlier && { joinedOn: gone.joinedOn }),
    },
  });
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
