import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import type { AccountStatus, StaffRole } from '../generated/prisma/enums';

export type StaffView = {
  id: string;
  name: string;
  phone: string;
  status: AccountStatus;
  roles: StaffRole[];
  hasPassword: boolean;
  enrolledAt: Date | null;
  /** When they last signed in with both factors. */
  lastSignInAt: Date | null;
};

const select = {
  id: true,
  name: true,
  phone: true,
  status: true,
  passwordHash: true,
  roles: { select: { role: true }, orderBy: { role: 'asc' } },
  totp: { select: { createdAt: true } },
  sessions: { where: { secondFactorAt: { not: null } }, orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
} satisfies Prisma.AccountSelect;

/** Everybody with a role, those who may sign in first. @throws DomainError `notFound` for whoever is no administrator */
export async function listStaff(actor: AccountActor): Promise<StaffView[]> {
  authorize(actor, 'staff.list', null);
  const rows = await db().account.findMany({ where: { roles: { some: {} } }, select, orderBy: [{ status: 'asc' }, { createdAt: 'asc' }] });
  return rows.map(viewOf);
}

/** @throws DomainError `notFound` */
export async function getStaff(actor: AccountActor, id: string): Promise<StaffView> {
  authorize(actor, 'staff.list', null);
  const row = await db().account.findUnique({ where: { id, roles: { some: {} } }, select });
  if (!row) throw new DomainError('notFound');
  return viewOf(row);
}

function viewOf(row: Prisma.AccountGetPayload<{ select: typeof select }>): StaffView {
  const { id, name, phone, status, passwordHash, roles, totp, sessions } = row;
  return {
    id,
    name,
    phone,
    status,
    roles: roles.map(({ role }) => role),
    hasPassword: passwordHash !== null,
    enrolledAt: totp?.createdAt ?? null,
    lastSignInAt: sessions[0]?.createdAt ?? null,
  };
}
