import 'server-only';
import { today } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { nameIndex, namePinyin } from './name-index';

type Named = { name: string; uscc: string };

/**
 * Another 单位名称 or 信用代码 from today on. The name before is kept with its dates, and still finds the company.
 * @throws DomainError `invalid` at the name that another member has
 */
export async function renameCompany(tx: Tx, { id, name: before }: { id: string; name: string }, { name, uscc }: Named): Promise<void> {
  if (name !== before) {
    await requireOwnName(tx, id, name);
    await keepOldName(tx, id, name);
  }
  await tx.company.update({ where: { id }, data: { name, uscc, ...namePinyin(name), version: { increment: 1 } } });
  await indexNames(tx, id);
}

/** Brings the search up to all names that the company has and had. */
export async function indexNames(tx: Tx, companyId: string): Promise<void> {
  const { name, names } = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { name: true, names: true } });
  await tx.company.update({ where: { id: companyId }, data: { nameBigrams: nameIndex(name, ...names.map((old) => old.name)) } });
}

async function keepOldName(tx: Tx, companyId: string, name: string): Promise<void> {
  const from = toColumn(await today(tx));
  await tx.companyName.updateMany({ where: { companyId, to: null }, data: { to: from } });
  await tx.companyName.create({ data: { companyId, name, from } });
}

// A company's full name is its own (企业名称登记管理规定): another member of that name is the same one, or a mistake.
async function requireOwnName(tx: Tx, id: string, name: string): Promise<void> {
  const twin = await tx.company.findFirst({ where: { name, id: { not: id }, member: { mergedIntoId: null } }, select: { uscc: true } });
  if (!twin) return;
  throw new DomainError('invalid', {
    fieldErrors: { name: `另一家会员单位（${twin.uscc}）已是这个名称，请核对；确是同一家的，请用“合并”` },
  });
}
