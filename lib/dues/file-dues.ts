import 'server-only';
import { type Actor, accountIdOf, actorName } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { now, today } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import type { FilingState, Level, Prisma } from '../generated/prisma/client';
import { parseYuan } from '../money';
import { getSetting } from '../settings/get-setting';
import { dueDateOf } from './due-date';
import type { FilingAnswers } from './schema';
import { getStandard } from './standard';

type NewFiling = { applicationId: string; year: number; level: Level; answers: FilingAnswers };

/** 填写汇款信息 with an application: raises the year's charge from the standard and files the transfer against it. */
export async function fileDues(tx: Tx, actor: Actor, { applicationId, year, level, answers }: NewFiling): Promise<void> {
  const { amountFen } = await getStandard(level, year, tx);
  const dueOn = dueDateOf(year, await today(tx), await getSetting('dues'));
  const charge = await tx.charge.create({ data: { applicationId, year, level, amountFen, dueOn: toColumn(dueOn) } });
  const filing = await tx.filing.create({ data: { applicationId, ...filingColumns(answers), filedAt: await now(tx) } });
  await coverCharges(tx, filing.id, [charge.id]);
  await recordFiled(tx, actor, filing, { applicationId, year });
}

/** Says which charges a transfer is for. One statement; nested in the filing's own it would be three. */
export async function coverCharges(tx: Tx, filingId: string, chargeIds: readonly string[]): Promise<void> {
  await tx.filingCharge.createMany({ data: chargeIds.map((chargeId) => ({ filingId, chargeId })), skipDuplicates: true });
}

/** The first line of a filing's history, and its audit. */
export async function recordFiled(
  tx: Tx,
  actor: Actor,
  { id, state, amountFen }: { id: string; state: FilingState; amountFen: number },
  data: Prisma.InputJsonObject,
): Promise<void> {
  const event = { filingId: id, event: 'file', to: state, actorId: accountIdOf(actor), actorName: actorName(actor) };
  await tx.filingEvent.create({ data: event });
  await recordAudit(tx, actor, { action: 'filing.file', record: 'filing', recordId: id, data: { ...data, amountFen } });
}

/** The answers as the columns of a filing. */
export function filingColumns({ amount, paidOn, serial, ...answers }: FilingAnswers) {
  return { ...answers, amountFen: parseYuan(amount) ?? 0, paidOn: toColumn(paidOn), serial: serial || null };
}
