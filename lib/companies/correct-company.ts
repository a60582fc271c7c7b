import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { checkChoices } from '../applications/check-choices';
import { canonicalJson, recordAudit } from '../audit/record-audit';
import { reissueCertificate } from '../certificates/reissue-certificate';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Company, Prisma } from '../generated/prisma/client';
import { settleItems } from '../members/settle-items';
import { ENDED } from '../members/states';
import { isUniqueViolation, transaction } from '../transaction';
import { describeFields } from './describe-fields';
import { lockCompany } from './lock-company';
import { renameCompany } from './rename-company';
import type { CompanyFields, EditedCompany } from './staff-schema';

/** `stale`: somebody else saved after the form was opened; nothing was written. What they left there, field by field, and their name. */
export type EditResult = { kind: 'saved' } | { kind: 'stale'; version: number; by: string; differences: Record<string, string> };

/**
 * 企业信息 by staff, in force at once, with before and after in the audit. A name before is kept with its dates. What is
 * printed on the certificate brings a new one. What was filled in can be corrected but not emptied.
 * @throws DomainError `notFound`, `invalid` for a name or code that another company has, a choice that is none, a field emptied
 */
export async function correctCompany(
  actor: AccountActor,
  { companyId, version, usccConfirmed: _, ...fields }: EditedCompany,
): Promise<EditResult> {
  authorize(actor, 'member.edit', null);
  try {
    return await transaction(async (tx) => {
      await lockCompany(tx, companyId);
      const stored = await tx.company.findUniqueOrThrow({ where: { id: companyId }, include: { member: true } });
      if (!stored.member || stored.member.mergedIntoId) throw new DomainError('notFound');
      const changed = changedFields(stored, fields);
      if (!changed.length) return { kind: 'saved' };
      if (stored.version !== version) return await staleResult(tx, stored, changed);
      await requireSound(stored, fields);
      await write(tx, stored, fields, changed);
      await settleItems(tx, stored.member, changed.flatMap(itemsOf));
      if (!ENDED.includes(stored.member.state) && changed.some(isPrinted))
        await reissueCertificate(tx, actor, stored.member.id, reasonOf(changed));
      const data = { before: pick(stored, changed), after: pick(fields, changed) };
      await recordAudit(tx, actor, { action: 'company.correct', record: 'company', recordId: companyId, data });
      return { kind: 'saved' };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('invalid', { fieldErrors: { uscc: '另一家会员单位已是这个信用代码，请核对；确是同一家的，请用“合并”' } });
    throw error;
  }
}

type FieldName = keyof CompanyFields;

const reasonOf = (changed: readonly FieldName[]) => (changed.includes('name') ? '单位更名' : '信用代码更正');

function changedFields(stored: Company, fields: CompanyFields): FieldName[] {
  return (Object.keys(fields) as FieldName[]).filter((name) => canonicalJson(stored[name]) !== canonicalJson(fields[name]));
}

function pick(from: CompanyFields, names: readonly FieldName[]): Prisma.InputJsonObject {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}

/** What an import may have left open of a field. */
function itemsOf(name: FieldName): readonly string[] {
  return name === 'provinceCode' || name === 'cityCode' ? ['region'] : [name];
}

const isPrinted = (name: FieldName) => name === 'name' || name === 'uscc';

async function staleResult(tx: Tx, stored: Company, changed: readonly FieldName[]): Promise<EditResult> {
  const last = await tx.auditEvent.findFirst({
    where: { record: 'company', recordId: stored.id },
    orderBy: { seq: 'desc' },
    select: { actorName: true },
  });
  const words = await describeFields(pick(stored, changed));
  const differences = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, `现在保存的是：${text || '（空）'}`]));
  return { kind: 'stale', version: stored.version, by: last?.actorName ?? '别人', differences };
}

async function requireSound(stored: Company, fields: CompanyFields): Promise<void> {
  const wrong = Object.entries(await checkChoices(fields)).filter(([name]) =>
    Object.entries(fields).some(([own, value]) => own === name && value.length),
  );
  const emptied = changedFields(stored, fields).filter((name) => stored[name].length > 0 && fields[name].length === 0);
  const fieldErrors = {
    ...Object.fromEntries(wrong),
    ...Object.fromEntries(emptied.map((name) => [name, '原来有内容，可以改，不能清空'])),
  };
  if (Object.keys(fieldErrors).length) throw new DomainError('invalid', { fieldErrors });
}

async function write(tx: Tx, stored: Company, { name, uscc, ...fields }: CompanyFields, changed: readonly FieldName[]): Promise<void> {
  await tx.company.update({ where: { id: stored.id }, data: { ...fields, version: { increment: 1 } } });
  if (changed.some(isPrinted)) await renameCompany(tx, stored, { name, uscc });
}
