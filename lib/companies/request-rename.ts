import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { filesOf, type OpenDocument } from '../uploads/open-document';
import { requestMachine } from './change-machine';
import type { Identity } from './load-change';
import { loadCompany } from './load-company';
import { lockCompany } from './lock-company';
import { findOpenRequest } from './open-request';

/**
 * Asks for another 单位名称 or 信用代码, which certificate and receipt print: with the new licence, and in force only when
 * staff have confirmed it (product 5). A returned request is corrected and is the same one.
 * @throws DomainError `notFound`, `requestOpen` while another waits, `invalid` when nothing changes, the code is another
 * company's, or the licence is missing
 */
export async function requestRename(actor: AccountActor, { companyId, name, uscc }: Identity & { companyId: string }): Promise<void> {
  authorize(actor, 'company.edit', { companyId });
  await transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const company = await loadCompany(tx, companyId);
    const open = await findOpenRequest(tx, companyId);
    if (open?.state === 'pending') throw new DomainError('requestOpen');
    const before = { name: company.name, uscc: company.uscc };
    await requireSensible(tx, companyId, before, { name, uscc });
    const licence = await requireLicence(tx, { kind: 'businessLicense', applicationId: null, companyId, changeId: open?.id ?? null });
    const change = { before, after: { name, uscc }, madeAt: await now(tx) };
    const changeId = open?.id ?? (await ask(tx, actor, companyId, change));
    if (open) {
      const data = { ...change, actorId: actor.id, actorName: actor.name, decidedAt: null };
      await transition(tx, actor, requestMachine, { id: changeId, from: open.state, event: 'resubmit', data });
    }
    await tx.file.updateMany({ where: { id: { in: licence } }, data: { changeId, state: 'attached' } });
  });
}

async function requireSensible(tx: Tx, companyId: string, before: Identity, { name, uscc }: Identity): Promise<void> {
  if (name === before.name && uscc === before.uscc) {
    throw new DomainError('invalid', { fieldErrors: { name: '名称和信用代码与现在登记的一样，没有需要变更的内容' } });
  }
  if (await tx.company.count({ where: { uscc, id: { not: companyId } } })) {
    throw new DomainError('invalid', {
      fieldErrors: { uscc: '这个信用代码已登记在另一家会员单位名下，请核对；确实属于本单位的，请联系协会' },
    });
  }
}

async function requireLicence(tx: Tx, document: OpenDocument): Promise<string[]> {
  const files = await tx.file.findMany({ where: filesOf(document), select: { id: true } });
  if (!files.length) throw new DomainError('invalid', { fieldErrors: { businessLicense: '请先上传新的营业执照' } });
  return files.map(({ id }) => id);
}

type Asked = { before: Identity; after: Identity; madeAt: Date };

async function ask(tx: Tx, actor: AccountActor, companyId: string, change: Asked): Promise<string> {
  const who = { actorId: actor.id, actorName: actor.name };
  const { id } = await tx.companyChange.create({
    data: { companyId, kind: 'request', state: 'pending', field: 'identity', ...change, ...who },
    select: { id: true },
  });
  await recordAudit(tx, actor, { action: 'change.request', record: 'change', recordId: id, data: { companyId, ...change.after } });
  return id;
}
