import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { today } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import type { Level } from '../generated/prisma/enums';
import { getSetting } from '../settings/get-setting';
import { dueDateOf } from './due-date';

type TopUp = { companyId: string; year: number; level: Level; amountFen: number };

/** 补差: what a promotion during a year adds to it, in fen, as a charge of its own; the year's charge stays as it is. */
export async function raiseTopUp(tx: Tx, actor: Actor, { companyId, year, level, amountFen }: TopUp): Promise<void> {
  const dueOn = dueDateOf(year, await today(tx), await getSetting('dues'));
  const { id } = await tx.charge.create({
    data: { companyId, year, kind: 'topUp', level, amountFen, dueOn: toColumn(dueOn) },
    select: { id: true },
  });
  await recordAudit(tx, actor, { action: 'charge.topUp', record: 'charge', recordId: id, data: { companyId, year, level, amountFen } });
}
