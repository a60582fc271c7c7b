import 'server-only';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { AccountActor, FactorStep, PendingActor } from '../access/actor';
import { recordAudit, sha256 } from '../audit/record-audit';
import { adjusted, now } from '../clock';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import { StaffRole } from '../generated/prisma/enums';
import { transaction } from '../transaction';

export const SESSION_HOURS = 8;
const IDLE_MINUTES = 30;
const STAFF_IDLE_MINUTES = 15;
const FRESH_FACTOR_MINUTES = 10;

const sessionRow = z.object({
  sessionId: z.string(),
  accountId: z.string(),
  name: z.string(),
  phone: z.string(),
  roles: z.array(z.enum(StaffRole)),
  companyIds: z.array(z.string()),
  isEnrolled: z.boolean(),
  hasUnkeptCodes: z.boolean(),
  secondFactorAt: z.date().nullable(),
  seenAt: z.date(),
  endsAt: z.date(),
  now: z.date(),
});

/** Opens a session; the returned random id goes into the cookie, only its hash is kept. */
export async function openSession(input: { accountId: string; address: string; userAgent: string }): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await transaction(async (tx) => {
    const at = await now(tx);
    const account = await tx.account.findUniqueOrThrow({ where: { id: input.accountId }, select: { name: true } });
    await tx.session.create({
      data: {
        idHash: sha256(secret),
        accountId: input.accountId,
        address: input.address,
        userAgent: input.userAgent.slice(0, 300),
        createdAt: at,
        seenAt: at,
        endsAt: new Date(at.getTime() + SESSION_HOURS * 3_600_000),
      },
    });
    const self = { kind: 'system', name: account.name } as const;
    await recordAudit(tx, self, {
      action: 'account.signIn',
      record: 'account',
      recordId: input.accountId,
      data: { address: input.address },
    });
  });
  return secret;
}

/**
 * Who holds the session, or null when it is unknown, ended, idle for too long (staff 15 minutes, others 30), or its
 * account disabled. Staff are somebody only once the second factor is proven in this very session, and the recovery codes
 * are kept. One statement for the common case; notes the visit once a minute.
 */
export async function findSession(secret: string, address: string): Promise<AccountActor | PendingActor | null> {
  const [row] = z.array(sessionRow).parse(
    await db().$queryRaw`
      SELECT s."id"::text AS "sessionId", a."id"::text AS "accountId", a."name", a."phone", s."seenAt", s."endsAt", clock_timestamp() AS "now",
        s."secondFactorAt", t."accountId" IS NOT NULL AS "isEnrolled", t."unkeptCodesSealed" IS NOT NULL AS "hasUnkeptCodes",
        ARRAY(SELECT r."role"::text FROM "AccountRole" r WHERE r."accountId" = a."id") AS "roles",
        ARRAY(SELECT l."companyId"::text FROM "Liaison" l WHERE l."accountId" = a."id" AND l."to" IS NULL ORDER BY l."from") AS "companyIds"
      FROM "Session" s JOIN "Account" a ON a."id" = s."accountId" LEFT JOIN "Totp" t ON t."accountId" = a."id"
      WHERE s."idHash" = ${sha256(secret)} AND s."revokedAt" IS NULL AND a."status" = 'active'`,
  );
  if (!row) return null;
  const at = adjusted(row.now).getTime();
  if (row.endsAt.getTime() <= at || row.seenAt.getTime() + idleMs(row) <= at) return null;
  if (row.seenAt.getTime() + 60_000 < at) await db().session.update({ where: { id: row.sessionId }, data: { seenAt: new Date(at) } });
  const { sessionId, accountId: id, name, phone, roles, companyIds, secondFactorAt } = row;
  const step = openStep(row);
  if (step) return { kind: 'pending', step, id, name, phone, sessionId, address };
  const freshFactor = secondFactorAt !== null && secondFactorAt.getTime() + FRESH_FACTOR_MINUTES * 60_000 > at;
  return { kind: 'account', id, name, phone, roles, companyIds, sessionId, address, freshFactor };
}

/** How long a session lives without a visit, in milliseconds. */
export function idleMs({ roles }: Pick<AccountActor, 'roles'>): number {
  return (roles.length ? STAFF_IDLE_MINUTES : IDLE_MINUTES) * 60_000;
}

function openStep({ roles, isEnrolled, secondFactorAt, hasUnkeptCodes }: z.infer<typeof sessionRow>): FactorStep | null {
  if (!roles.length) return null;
  if (!isEnrolled) return 'enrol';
  if (!secondFactorAt) return 'prove';
  return hasUnkeptCodes ? 'keepCodes' : null;
}

/** Notes that the session's holder has just proven the second factor. @throws DomainError `signedOut` when the session has ended meanwhile */
export async function noteSecondFactor(tx: Tx, sessionId: string): Promise<void> {
  const secondFactorAt = await now(tx);
  const { count } = await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { secondFactorAt } });
  if (!count) throw new DomainError('signedOut');
}

/** Ends the session that the secret opened; an unknown one is no error. */
export async function endSession(secret: string): Promise<void> {
  const revokedAt = await now();
  await db().session.updateMany({ where: { idHash: sha256(secret), revokedAt: null }, data: { revokedAt } });
}

/** Ends every session of an account but the one kept: after a change of password or phone. */
export async function endOtherSessions(tx: Tx, accountId: string, keep?: string): Promise<void> {
  const revokedAt = await now(tx);
  await tx.session.updateMany({ where: { accountId, revokedAt: null, ...(keep && { id: { not: keep } }) }, data: { revokedAt } });
}
