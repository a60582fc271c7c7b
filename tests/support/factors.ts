import { generateSecret } from 'otplib';
import type { AccountActor, PendingActor } from '../../lib/access/actor';
import { findSession, openSession } from '../../lib/accounts/sessions';
import { now, shiftClock } from '../../lib/clock';
import { totpCode } from '../../lib/factors/totp';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { buildStaff } from '../../prisma/seed/accounts';
import { aVisitor, newPhone } from './people';

export type SignedIn = {
  id: string;
  phone: string;
  /** What the cookie would carry. */
  cookie: string;
  /** What the authenticator holds. */
  secret: string;
  /** What it shows, so many 30-second steps from now. */
  code: (steps?: number) => Promise<string>;
};

/** Staff with an authenticator, whose password was right a moment ago. */
export async function staffAtTheDoor(...roles: StaffRole[]): Promise<SignedIn> {
  const secret = generateSecret();
  const { id, phone } = await buildStaff({ phone: newPhone(), name: '王审核', roles, secret });
  return { id, phone, secret, cookie: await openSessionOf(id), code: (steps) => codeOf(secret, steps) };
}

/** Moves the clock to the middle of a 30-second step, so that none begins while a test counts them. */
export async function toMidStep(): Promise<void> {
  shiftClock(15_000 - ((await now()).getTime() % 30_000));
}

export async function codeOf(secret: string, steps = 0): Promise<string> {
  return totpCode(secret, new Date((await now()).getTime() + steps * 30_000));
}

export function openSessionOf(accountId: string): Promise<string> {
  return openSession({ accountId, address: aVisitor().address, userAgent: 'a browser' });
}

/** Who a request with this cookie comes from; its network address is like no other unless it is named. */
export function whoIs(cookie: string, address = aVisitor().address) {
  return findSession(cookie, address);
}

export async function pendingActor(cookie: string): Promise<PendingActor> {
  const actor = await whoIs(cookie);
  if (actor?.kind !== 'pending') throw new Error(`${actor?.kind}, not pending`);
  return actor;
}

export async function accountActor(cookie: string): Promise<AccountActor> {
  const actor = await whoIs(cookie);
  if (actor?.kind !== 'account') throw new Error(`${actor?.kind}, not an account`);
  return actor;
}

/** Six digits that no step around now has. */
export async function wrongCodeFor(secret: string): Promise<string> {
  const near = await Promise.all([-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps)));
  return ['111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !near.includes(code)) ?? '';
}
