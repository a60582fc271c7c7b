import 'server-only';
import { type Actor, actorName } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { now, today } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import type { Level } from '../generated/prisma/enums';
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
  const filing = await tx.filing.create({
    data: { applicationId, ...filingColumns(answers), filedAt: await now(tx), charges: { create: { chargeId: charge.id } } },
  });
  const event = {
    filingId: filing.id,
    event: 'file',
    to: filing.state,
    actorId: actor.kind === 'account' ? actor.id : null,
    actorName: actorName(actor),
  };
  await tx.filingEvent.create({ data: event });
  await recordAudit(tx, actor, {
    action: 'filing.file',
    record: 'filing',
    recordId: filing.id,
    data: { applicationId, year, amountFen: filing.amountFen },
  });
}

/** The answers as the columns of a filing. */
export function filingColumns({ amount, paidOn, serial, ...answers }: FilingAnswers) {
  return { ...answers, amountFen: parseYuan(amount) ?? 0, paidOn: toColumn(paidOn), serial: serial || null };
}
