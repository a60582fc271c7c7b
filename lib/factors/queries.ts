import 'server-only';
import type { AccountActor, PendingActor } from '../access/actor';
import { db } from '../db';
import { DomainError } from '../errors';
import { openCodes } from './recovery-codes';
import { enrolmentUri, offeredSecret } from './totp';

/** What an authenticator needs to be set up in this session: to type and to scan. */
export function getEnrolment({ sessionId, phone }: PendingActor): { secret: string; uri: string } {
  const secret = offeredSecret(sessionId);
  return { secret, uri: enrolmentUri(secret, phone) };
}

/** The recovery codes that their owner has not said to be kept. @throws DomainError `notFound` for whoever is at another step */
export async function getUnkeptCodes({ step, id: accountId }: PendingActor): Promise<string[]> {
  const totp = step === 'keepCodes' ? await db().totp.findUnique({ where: { accountId } }) : null;
  if (!totp?.unkeptCodesSealed) throw new DomainError('notFound');
  return openCodes(totp.unkeptCodesSealed);
}

export type OwnFactor = { enrolledAt: Date; codesLeft: number };

/** The actor's own second factor. @throws DomainError `notFound` for whoever has none */
export async function getOwnFactor({ id: accountId }: AccountActor): Promise<OwnFactor> {
  const [totp, codesLeft] = await Promise.all([
    db().totp.findUnique({ where: { accountId } }),
    db().recoveryCode.count({ where: { accountId, usedAt: null } }),
  ]);
  if (!totp) throw new DomainError('notFound');
  return { enrolledAt: totp.createdAt, codesLeft };
}
