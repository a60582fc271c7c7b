import 'server-only';
import { today } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { nameBigrams, namePinyin } from './name-index';

/** Another name from today on. The name before is kept with its dates, and still finds the company. */
export async function renameCompany(tx: Tx, companyId: string, name: string): Promise<void> {
  const day = toColumn(await today(tx));
  await tx.companyName.updateMany({ where: { companyId, to: null }, data: { to: day } });
  await tx.companyName.create({ data: { companyId, name, from: day } });
  await tx.company.update({ where: { id: companyId }, data: { name, ...namePinyin(name) } });
  await indexNames(tx, companyId);
}

/** Brings the search up to all names that the company has and had. */
export async function indexNames(tx: Tx, companyId: string): Promise<void> {
  const names = await tx.companyName.findMany({ where: { companyId }, select: { name: true } });
  await tx.company.update({ where: { id: companyId }, data: { nameBigrams: nameBigrams(...names.map(({ name }) => name)) } });
}
