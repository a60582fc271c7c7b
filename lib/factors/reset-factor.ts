import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { endOtherSessions } from '../accounts/sessions';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { forgiveTries } from '../limits/lockout';
import { transaction } from '../transaction';
import { factorTries } from './prove-factor';

/**
 * Takes authenticator and recovery codes away, for a lost or a new phone: by an administrator, by a command of the host,
 * or by their owner. Every session of the account ends; the next sign-in leads to setting a new one up.
 * @throws DomainError `invalid` when there is none
 */
export async function resetFactor(actor: Actor, accountId: string): Promise<void> {
  authorize(actor, 'factor.reset', { accountId });
  await transaction(async (tx) => {
    const { count } = await tx.totp.deleteMany({ where: { accountId } });
    if (!count) throw new DomainError('invalid', { text: '这个账号还没有设置验证器，不需要重置。' });
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await endOtherSessions(tx, accountId);
    await recordAudit(tx, actor, { action: 'account.resetFactor', record: 'account', recordId: accountId });
  });
  await forgiveTries(factorTries(accountId));
}
