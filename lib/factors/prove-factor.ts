import 'server-only';
import type { AccountActor, PendingActor } from '../access/actor';
import { noteSecondFactor } from '../accounts/sessions';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { consumeLimits } from '../limits/consume-limits';
import { countTry, forgiveTries } from '../limits/lockout';
import { transaction } from '../transaction';
import { spendRecoveryCode } from './recovery-codes';
import { factorCode, TOTP_DIGITS } from './schema';
import { spendTotp, wrongCode } from './totp';

const PER_ADDRESS = { max: 50, seconds: 15 * 60 };

/** Under which key the tries of an account are counted. */
export const factorTries = (accountId: string) => `factor:account:${accountId}`;

/**
 * Proves the second factor for this session, by a code of the authenticator or a recovery code; each is good once.
 * @throws DomainError `codeWrong`; `limited` after five failures in a row, or fifty from one address in a quarter of an hour
 */
export async function proveFactor(actor: PendingActor | AccountActor, code: string): Promise<{ by: 'totp' | 'recoveryCode' }> {
  await consumeLimits([{ key: `factor:address:${actor.address}`, ...PER_ADDRESS }]);
  await countTry(factorTries(actor.id));
  const by = code.length === TOTP_DIGITS ? 'totp' : 'recoveryCode';
  await transaction(async (tx) => {
    await (by === 'totp' ? spendTotp(tx, actor.id, code) : spendRecoveryCode(tx, actor.id, code));
    await noteSecondFactor(tx, actor.sessionId);
    await recordAudit(tx, actor, { action: 'account.proveFactor', record: 'account', recordId: actor.id, data: { by } });
  });
  await forgiveTries(factorTries(actor.id));
  return { by };
}

/**
 * Step-up: the actor with the factor freshly proven by what was typed into a form's code field. One who is fresh already
 * stays so, and no code is used up: a second click is no second proof.
 * @throws DomainError `stepUp` with the words for the field when the code does not do; `limited` as `proveFactor`
 */
export async function stepUp(actor: AccountActor, typed: string): Promise<AccountActor> {
  if (actor.freshFactor) return actor;
  const code = factorCode.safeParse(typed);
  if (!code.success) throw new DomainError('stepUp', wrongCode(code.error.issues[0]?.message ?? '').details);
  await proveFactor(actor, code.data).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'codeWrong' ? new DomainError('stepUp', error.details) : error;
  });
  return { ...actor, freshFactor: true };
}
