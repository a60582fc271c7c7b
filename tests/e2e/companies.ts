import { now } from '../../lib/clock';
import { askExit } from '../../lib/companies/ask-exit';
import { editCompany } from '../../lib/companies/edit-company';
import { requestRename } from '../../lib/companies/request-rename';
import { withdrawRename } from '../../lib/companies/withdraw-rename';
import { db } from '../../lib/db';
import { askErasure } from '../../lib/personal/ask-erasure';
import { withdrawErasure } from '../../lib/personal/withdraw-erasure';
import { buildAccount } from '../../prisma/seed/accounts';
import { liaisonOf, openEdit, uploadLicence } from '../support/companies';
import type { Applicant } from './fixtures';

/** The company of somebody who was seeded as a member. */
export async function companyOf({ uscc }: Applicant): Promise<string> {
  return (await db().company.findUniqueOrThrow({ where: { uscc } })).id;
}

/** Makes somebody the second liaison of each company. They sign in with MEMBER_PASSWORD of the seed. */
export async function addLiaison({ phone, person }: Applicant, ...companyIds: string[]): Promise<void> {
  const { id: accountId } = await buildAccount({ phone, name: person });
  const confirmedAt = await now();
  const contact = { name: person, department: '财务部', title: '会计', mobile: phone, email: 'kuaiji@qq.com' };
  await db().liaison.createMany({
    data: companyIds.map((companyId) => ({ companyId, accountId, order: 'second' as const, confirmedAt, ...contact })),
  });
}

/** A request for another name, as the first liaison makes it. */
export async function seedRename(companyId: string, state: 'pending' | 'withdrawn' = 'pending') {
  const first = await liaisonOf(companyId, 'first');
  const licenceId = await uploadLicence(first, companyId);
  const { name, uscc } = await db().company.findUniqueOrThrow({ where: { id: companyId } });
  await requestRename(first, { companyId, name: name.replace('建设', '工程'), uscc });
  if (state === 'withdrawn') await withdrawRename(first, companyId);
  const { id: changeId } = await db().companyChange.findFirstOrThrow({
    where: { companyId, kind: 'request' },
    orderBy: { madeAt: 'desc' },
  });
  return { changeId, licenceId };
}

/** A change of address that staff have not seen. */
export async function seedNotice(companyId: string): Promise<string> {
  const first = await liaisonOf(companyId, 'first');
  const { form } = await openEdit(first, companyId);
  await editCompany(first, form({ postcode: '100039', address: '北京市海淀区复兴路 1 号' }));
  return (await db().companyChange.findFirstOrThrow({ where: { companyId, kind: 'notice' } })).id;
}

/** 退会申请, as the first liaison makes it. */
export async function seedExit(companyId: string): Promise<string> {
  await askExit(await liaisonOf(companyId, 'first'), { companyId, reason: '企业改制，业务方向调整。' });
  return (await db().companyChange.findFirstOrThrow({ where: { companyId, kind: 'exit' } })).id;
}

/** 注销申请 of somebody who may make one. */
export async function seedErasure({ phone, person }: Applicant, state: 'pending' | 'withdrawn' = 'pending'): Promise<string> {
  const actor = await buildAccount({ phone, name: person });
  await askErasure(actor, '不再从事这项工作');
  if (state === 'withdrawn') await withdrawErasure(actor);
  return (await db().erasureRequest.findFirstOrThrow({ where: { accountId: actor.id } })).id;
}
