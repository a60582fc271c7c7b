import type { AccountActor } from '../../lib/access/actor';
import { createStaff } from '../../lib/accounts/create-staff';
import { hashPassword } from '../../lib/accounts/password';
import { db } from '../../lib/db';
import { recordConsent } from '../../lib/documents/record-consent';
import { createFactor } from '../../lib/factors/enrol-factor';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { transaction } from '../../lib/transaction';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from './people';

/** An account with a password and consent to the privacy policy, as registering leaves it. */
export async function buildAccount({ phone, name }: { phone: string; name: string }): Promise<AccountActor> {
  const passwordHash = await hashPassword(MEMBER_PASSWORD);
  const { id } = await db().account.upsert({ where: { phone }, create: { phone, name, passwordHash }, update: { passwordHash } });
  await transaction((tx) => recordConsent(tx, { accountId: id, kind: 'privacy', address: '127.0.0.1' }));
  return actorOf({ id, phone, name });
}

type StaffToBuild = { phone: string; name: string; roles: StaffRole[]; secret?: string | undefined };

/** A staff account and the actor it makes, who has just proven the second factor. With `secret` an authenticator is set up. */
export async function buildStaff({ phone, name, roles, secret }: StaffToBuild): Promise<AccountActor> {
  const { id } = await createStaff({ kind: 'system', name: 'seed' }, { phone, name, roles, password: STAFF_PASSWORD });
  if (secret) await buildFactor(id, secret);
  return { ...actorOf({ id, phone, name }), roles, freshFactor: true };
}

/** An authenticator with a known secret, none of its codes used yet; the recovery codes are kept. */
export async function buildFactor(accountId: string, secret: string): Promise<void> {
  await transaction(async (tx) => {
    await createFactor(tx, { accountId, secret, lastStep: 0 });
    await tx.totp.update({ where: { accountId }, data: { unkeptCodesSealed: null } });
  });
}

function actorOf({ id, phone, name }: { id: string; phone: string; name: string }): AccountActor {
  return { kind: 'account', id, phone, name, roles: [], companyIds: [], sessionId: '', address: '127.0.0.1', freshFactor: false };
}
