import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import type { Tx } from '../db';
import type { CompanyChange } from '../generated/prisma/client';
import { loadChange } from './load-change';
import { type LoadedCompany, loadCompany } from './load-company';
import { lockCompany } from './lock-company';

type Decision = { change: CompanyChange; company: LoadedCompany; decidedAt: Date };

/**
 * What staff are about to decide, read under the company's lock: of two decisions at the same moment the second sees what
 * the first has made of it. @throws DomainError `notFound`, `forbidden`
 */
export async function openDecision(tx: Tx, actor: AccountActor, changeId: string): Promise<Decision> {
  const { companyId } = await loadChange(tx, changeId);
  authorize(actor, 'change.decide', { companyId });
  await lockCompany(tx, companyId);
  return { change: await loadChange(tx, changeId), company: await loadCompany(tx, companyId), decidedAt: await now(tx) };
}
