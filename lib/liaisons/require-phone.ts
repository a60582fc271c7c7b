import 'server-only';
import { liaisonOrderLabels } from '../copy/applications';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Liaisons } from './load-liaisons';

/**
 * A phone that may become a liaison's: nobody's yet, or somebody's who is no staff; being liaison elsewhere is no obstacle.
 * @throws DomainError `invalid` at `mobile` when it is one of the company's own liaisons, staff's, or a disabled account's
 */
export async function requirePhone(tx: Tx, { company }: Pick<Liaisons, 'company'>, mobile: string): Promise<void> {
  const known = company.liaisons.find((liaison) => liaison.mobile === mobile);
  if (known) throw refusal(`这个手机号已是本单位的${liaisonOrderLabels[known.order]}（${known.name}），请填写另一个手机号`);
  const account = await tx.account.findUnique({ where: { phone: mobile }, include: { roles: true } });
  if (account?.roles.length) throw refusal('这是协会工作人员的手机号，不能登记为联络员');
  if (account?.status === 'disabled') throw refusal('这个手机号的账号已停用，请联系协会');
}

function refusal(mobile: string): DomainError {
  return new DomainError('invalid', { fieldErrors: { mobile } });
}
