import type { AccountActor } from '../../lib/access/actor';
import { createStaff } from '../../lib/accounts/create-staff';
import { hashPassword } from '../../lib/accounts/password';
import { db } from '../../lib/db';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { MEMBER_PASSWORD, STAFF_PASSWORD } from './people';

/** An account with a password, as registering leaves it. */
export async function buildAccount({ phone, name }: { phone: string; name: string }): Promise<AccountActor> {
  const passwordHash = await hashPassword(MEMBER_PASSWORD);
  const { id } = await db().account.upsert({ where: { phone }, create: { phone, name, passwordHash }, update: { passwordHash } });
  return actorOf({ id, phone, name });
}

/** A staff account and the actor it makes. */
export async function buildStaff({ phone, name, roles }: { phone: string; name: string; roles: StaffRole[] }): Promise<AccountActor> {
  const { id } = await createStaff({ kind: 'system', name: 'seed' }, { phone, name, roles, password: STAFF_PASSWORD });
  return { ...actorOf({ id, phone, name }), roles };
}

function actorOf({ id, phone, name }: { id: string; phone: string; name: string }): AccountActor {
  return { kind: 'account', id, phone, name, roles: [], companyIds: [], sessionId: '', address: '127.0.0.1' };
}
