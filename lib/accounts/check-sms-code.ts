import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { SmsPurpose } from '../generated/prisma/enums';
import { sameHash } from '../secrets';
import { codeHash } from './send-sms-code';

type Answer = { phone: string; purpose: SmsPurpose; flow: string; code: string };

const TRIES = 5;
const counted = z.array(z.object({ id: z.string(), codeHash: z.string() }));

/**
 * Compares a code, counting the try in the same statement. Does not use it up: what follows may still fail, and the
 * person then tries again with the same code. A used code still compares equal: `useSmsCode` refuses it.
 * @throws DomainError `codeWrong`, `codeExpired`
 */
export async function checkSmsCode(answer: Answer): Promise<{ challengeId: string }> {
  const at = await now();
  const [challenge] = counted.parse(
    await db().$queryRaw`
      UPDATE "SmsChallenge" SET "tries" = "tries" + 1
      WHERE "flow" = ${answer.flow} AND "phone" = ${answer.phone} AND "purpose" = ${answer.purpose}::"SmsPurpose"
        AND "tries" < ${TRIES} AND "expiresAt" > ${at}
      RETURNING "id"::text, "codeHash"`,
  );
  if (!challenge) throw new DomainError('codeExpired', { fieldErrors: { code: '验证码已失效，请重新获取' } });
  if (!sameHash(challenge.codeHash, codeHash(answer))) {
    throw new DomainError('codeWrong', { fieldErrors: { code: '验证码不对，请核对短信中的 6 位数字' } });
  }
  return { challengeId: challenge.id };
}

/** Uses a checked code up, inside the transaction that it stands for: once. @throws DomainError `codeExpired` */
export async function useSmsCode(tx: Tx, challengeId: string): Promise<void> {
  const { count } = await tx.smsChallenge.updateMany({ where: { id: challengeId, usedAt: null }, data: { usedAt: await now(tx) } });
  if (!count) throw new DomainError('codeExpired', { fieldErrors: { code: '验证码已使用过，请重新获取' } });
}
