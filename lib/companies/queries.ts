import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { FormValues } from '../actions/action-state';
import type { CompanyAnswers } from '../applications/schema';
import { type Day, dayOf } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { filesOf } from '../uploads/open-document';
import { type FileView, viewFile } from '../uploads/views';
import { type ChangeView, changeViewer } from './change-views';
import { type Identity, identityOf } from './load-change';
import { companyValues, loadCompany } from './load-company';
import { findOpenRequest } from './open-request';

/** True when a company with this credit code is, or was, a member. */
export async function isMemberUscc(tx: Tx, uscc: string): Promise<boolean> {
  return (await tx.company.count({ where: { uscc } })) > 0;
}

/** What 编辑企业信息 starts from. @throws DomainError `notFound`, `forbidden` */
export async function getCompanyEdit(actor: Actor, companyId: string): Promise<{ name: string; values: FormValues }> {
  authorize(actor, 'company.edit', { companyId });
  const company = await loadCompany(db(), companyId);
  return { name: company.name, values: companyValues(company) };
}

export type RenameView = Identity & {
  /** The new licence, as far as it is there. */
  files: FileView[];
  /** What is asked for already, and what became of it. */
  request: (ChangeView & { asked: Identity }) | null;
};

/** What 变更单位名称 starts from: what is registered now, and the open request. @throws DomainError `notFound`, `forbidden` */
export async function getRename(actor: Actor, companyId: string): Promise<RenameView> {
  authorize(actor, 'company.edit', { companyId });
  const [{ name, uscc }, request, view] = await Promise.all([
    loadCompany(db(), companyId),
    findOpenRequest(db(), companyId),
    changeViewer(),
  ]);
  const document = { kind: 'businessLicense' as const, applicationId: null, companyId, changeId: request?.id ?? null };
  const [files, events] = await Promise.all([
    db().file.findMany({ where: filesOf(document), include: { pages: { orderBy: { page: 'asc' } } }, orderBy: { position: 'asc' } }),
    request ? db().companyChangeEvent.findMany({ where: { changeId: request.id }, orderBy: { createdAt: 'asc' } }) : [],
  ]);
  return {
    name,
    uscc,
    files: files.map(viewFile),
    request: request && { ...view({ ...request, events }), asked: identityOf(request.after) },
  };
}

export type CompanyToConfirm = { answers: CompanyAnswers; number: string; level: Level; joinedOn: Day };

/** What the association holds of a member's company, as its liaison is asked to confirm it. @throws DomainError `notFound` */
export async function getCompanyToConfirm(actor: Actor, companyId: string): Promise<CompanyToConfirm> {
  authorize(actor, 'company.confirm', { companyId });
  const found = await db().company.findUnique({
    where: { id: companyId },
    include: { liaisons: { where: { to: null }, orderBy: { order: 'asc' } }, member: { include: { levels: { where: { to: null } } } } },
  });
  if (!found?.member) throw new DomainError('notFound');
  const { member, ...company } = found;
  return {
    answers: { ...company, usccConfirmed: true },
    number: member.number,
    level: member.levels[0]?.level ?? 'ordinaryMember',
    joinedOn: dayOf(member.joinedOn),
  };
}
