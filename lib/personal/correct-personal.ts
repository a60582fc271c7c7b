import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { lockCompany } from '../companies/lock-company';
import { writeContact } from '../companies/write-company';
import type { Tx } from '../db';
import { loadLiaisons } from '../liaisons/load-liaisons';
import { recordPersonChange } from '../liaisons/record-change';
import { transaction } from '../transaction';
import type { Correction } from './schema';

/**
 * A person corrects their own name, and department, title and mailbox in each company whose liaison they are (PIPL 46): in
 * force at once, each company's change with a notice for staff. The phone changes by 更换联络员 only; of a company that is not
 * theirs nothing happens. @throws DomainError `forbidden` for staff, whose names an admin keeps
 */
export async function correctPersonal(actor: AccountActor, { name, roles }: Correction): Promise<void> {
  authorize(actor, 'personal.correct', { accountId: actor.id });
  await transaction(async (tx) => {
    await rename(tx, actor, name);
    for (const companyId of actor.companyIds.toSorted()) {
      const typed = roles.find((role) => role.companyId === companyId);
      if (typed) await correctRole(tx, actor, { ...typed, name });
    }
  });
}

async function rename(tx: Tx, actor: AccountActor, name: string): Promise<void> {
  const { name: before } = await tx.account.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true } });
  if (before === name) return;
  await tx.account.update({ where: { id: actor.id }, data: { name } });
  await recordAudit(tx, actor, { action: 'account.correct', record: 'account', recordId: actor.id, data: { before, after: name } });
}

type Role = { companyId: string; name: string; department: string; title: string; email: string };

async function correctRole(tx: Tx, actor: AccountActor, { companyId, ...after }: Role): Promise<void> {
  await lockCompany(tx, companyId);
  const liaisons = await loadLiaisons(tx, companyId);
  const own = [liaisons.first, liaisons.second].find((liaison) => liaison?.accountId === actor.id);
  if (!own || !(await writeContact(tx, own, after))) return;
  await tx.company.update({ where: { id: companyId }, data: { version: { increment: 1 } } });
  await recordPersonChange(tx, actor, liaisons, {
    ...{ action: 'liaison.correct', order: own.order, before: own, after: { ...own, ...after } },
  });
}
