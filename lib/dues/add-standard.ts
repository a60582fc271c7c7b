import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { type Day, toColumn } from '../days';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { transaction } from '../transaction';

export type NewStandard = {
  level: Level;
  fromYear: number;
  amountFen: number;
  resolution: string;
  resolvedOn: Day;
  eligible: number;
  present: number;
  inFavour: number;
};

/**
 * 会费标准 of a level from a year on, as the members' congress has decided it (民发〔2014〕166号: a fixed sum, two thirds
 * present, more than half of those in favour). Years that were raised keep their own. There are four levels, so never more
 * than four sums in force. @throws DomainError `invalid` for a year that has a standard or dues already, or a vote too small
 */
export async function addStandard(actor: AccountActor, { resolvedOn, ...standard }: NewStandard): Promise<void> {
  authorize(actor, 'standard.add', null);
  const { level, fromYear, eligible, present, inFavour } = standard;
  if (present > eligible || present * 3 < eligible * 2) refuse('present', '出席人数应达到应到人数的三分之二，且不超过应到人数');
  if (inFavour > present || inFavour * 2 <= present) refuse('inFavour', '赞成票应超过出席人数的一半，且不超过出席人数');
  await transaction(async (tx) => {
    if (await tx.charge.count({ where: { level, year: { gte: fromYear }, companyId: { not: null } } })) {
      refuse('fromYear', '这一年度的会费已经产生，请从下一年度起执行');
    }
    const [row] = await tx.duesStandard.createManyAndReturn({
      data: [{ ...standard, resolvedOn: toColumn(resolvedOn) }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!row) refuse('fromYear', '这个级别从这一年起已经有标准');
    else
      await recordAudit(tx, actor, { action: 'standard.add', record: 'duesStandard', recordId: row.id, data: { ...standard, resolvedOn } });
  });
}

function refuse(field: string, message: string): void {
  throw new DomainError('invalid', { fieldErrors: { [field]: message } });
}
