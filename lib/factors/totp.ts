import 'server-only';
import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import { now } from '../clock';
import { ASSOCIATION } from '../copy/association';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { keyedHash, unseal } from '../secrets';

const STEP_SECONDS = 30;
const SECRET_BYTES = 20;
const base32 = new ScureBase32Plugin();

/**
 * The secret that a session offers for enrolment, in base32: the same however often its page is opened, another one in
 * every other session, and kept nowhere until a code of it is confirmed.
 */
export function offeredSecret(sessionId: string): string {
  return base32.encode(Buffer.from(keyedHash('totpOffer', sessionId), 'hex').subarray(0, SECRET_BYTES));
}

/** What an authenticator reads from the QR picture. */
export function enrolmentUri(secret: string, phone: string): string {
  return generateURI({ issuer: ASSOCIATION.shortName, label: phone, secret });
}

/** The code that an authenticator with this secret shows at a moment (RFC 6238: SHA-1, 30 seconds, 6 digits). */
export function totpCode(secret: string, at: Date): string {
  return generateSync({ secret, epoch: secondsOf(at) });
}

/** The 30-second step to which a code of six digits belongs, if that is the present one or one beside it; else null. */
export function matchingStep(secret: string, code: string, at: Date): number | null {
  const result = verifySync({ secret, token: code, epoch: secondsOf(at), epochTolerance: STEP_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/**
 * Uses the code of an account's authenticator up. A step is good once: whoever is second, even at the same moment, is refused.
 * @throws DomainError `codeWrong`
 */
export async function spendTotp(tx: Tx, accountId: string, code: string): Promise<void> {
  const totp = await tx.totp.findUnique({ where: { accountId } });
  const step = totp && matchingStep(unseal('totp', totp.secretSealed), code, await now(tx));
  if (step === null) throw wrongCode('动态码不对，请填写验证器现在显示的 6 位数字');
  const { count } = await tx.totp.updateMany({ where: { accountId, lastStep: { lt: step } }, data: { lastStep: step } });
  if (!count) throw wrongCode('这个动态码已经用过，请等验证器换一个新的再填（不超过 30 秒）');
}

/** A code that does not do, in words at its field. */
export function wrongCode(message: string): DomainError {
  return new DomainError('codeWrong', { fieldErrors: { factorCode: message } });
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);
