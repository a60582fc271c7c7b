import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { type Day, toColumn, yearOf } from '../days';
import type { Tx } from '../db';
import type { Level } from '../generated/prisma/enums';
import { getSetting } from '../settings/get-setting';
import { dueDateOf } from './due-date';
import { getStandard } from './standard';

/**
 * The dues of the year in which a member joins, where they were not collected with the application.
 * @throws DomainError `duesStandardMissing`
 */
export async function raiseFirstDues(
  tx: Tx,
  actor: Actor,
  { companyId, level, day }: { companyId: string; level: Level; day: Day },
): Promise<void> {
  const year = yearOf(day);
  if (await tx.charge.count({ where: { companyId, year, kind: 'standard' } })) return;
  const { amountFen } = await getStandard(level, year, tx);
  const dueOn = toColumn(dueDateOf(year, day, await getSetting('dues')));
  const { id } = await tx.charge.create({ data: { companyId, year, level, amountFen, dueOn }, select: { id: true } });
  await recordAudit(tx, actor, { action: 'charge.raise', record: 'charge', recordId: id, data: { companyId, year, level, amountFen } });
}
