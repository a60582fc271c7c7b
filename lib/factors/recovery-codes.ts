import 'server-only';
import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { now } from '../clock';
import type { Tx } from '../db';
import { keyedHash, seal, unseal } from '../secrets';
import { RECOVERY_CODE_DIGITS } from './schema';
import { wrongCode } from './totp';

const COUNT = 10;
const codeList = z.array(z.string());

/**
 * Ten new recovery codes in place of the old ones. They can be read (sealed) until their owner says that they are kept.
 * Digits only: nothing to confuse, and the same keypad as for the authenticator's codes; 40 bits behind a lockout.
 */
export async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  const codes = Array.from({ length: COUNT }, newCode);
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, codeHash: hashOf(accountId, code) })) });
  await tx.totp.update({ where: { accountId }, data: { unkeptCodesSealed: seal('recoveryCode', JSON.stringify(codes)) } });
}

/** The codes that `replaceRecoveryCodes` sealed. */
export function openCodes(sealed: string): string[] {
  return codeList.parse(JSON.parse(unseal('recoveryCode', sealed)));
}

/** Uses a recovery code up, once. @throws DomainError `codeWrong` */
export async function spendRecoveryCode(tx: Tx, accountId: string, code: string): Promise<void> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, codeHash: hashOf(accountId, code), usedAt: null },
    data: { usedAt: await now(tx) },
  });
  if (!count) throw wrongCode('恢复码不对，或者已经用过，请核对后再填');
}

const newCode = () => String(randomInt(10 ** RECOVERY_CODE_DIGITS)).padStart(RECOVERY_CODE_DIGITS, '0');
const hashOf = (accountId: string, code: string) => keyedHash('recoveryCode', `${accountId}:${code}`);
