import 'server-only';
import type { PendingActor } from '../access/actor';
import { noteSecondFactor } from '../accounts/sessions';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { seal } from '../secrets';
import { isUniqueViolation, transaction } from '../transaction';
import { replaceRecoveryCodes } from './recovery-codes';
import { matchingStep, offeredSecret, wrongCode } from './totp';

/**
 * Sets up the authenticator that holds the secret which this session offered, proven by a first code of it; makes the
 * recovery codes. Never takes the place of one that is set up already.
 * @throws DomainError `codeWrong`, `alreadyDecided`
 */
export async function enrolFactor(actor: PendingActor, code: string): Promise<void> {
  const secret = offeredSecret(actor.sessionId);
  try {
    await transaction(async (tx) => {
      const step = matchingStep(secret, code, await now(tx));
      if (step === null) throw wrongCode('动态码不对。请确认手机的时间是自动设置的，再填写验证器现在显示的 6 位数字');
      await createFactor(tx, { accountId: actor.id, secret, lastStep: step });
      await noteSecondFactor(tx, actor.sessionId);
      await recordAudit(tx, actor, { action: 'account.enrolFactor', record: 'account', recordId: actor.id });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError('alreadyDecided') : error;
  }
}

/** The rows of an authenticator and of its recovery codes. */
export async function createFactor(tx: Tx, { accountId, secret, lastStep }: { accountId: string; secret: string; lastStep: number }) {
  await tx.totp.create({ data: { accountId, secretSealed: seal('totp', secret), lastStep } });
  await replaceRecoveryCodes(tx, accountId);
}
