import type { StaffRole } from '../generated/prisma/enums';

/** Somebody who is signed in, as of this request. */
export type AccountActor = {
  kind: 'account';
  id: string;
  name: string;
  phone: string;
  roles: readonly StaffRole[];
  /** Companies whose open liaison this account is. */
  companyIds: readonly string[];
  sessionId: string;
  address: string;
  /** The second factor was proven in this session within the last ten minutes. */
  freshFactor: boolean;
};

/** What staff have yet to do before their session counts: set the factor up, prove it, say that the recovery codes are kept. */
export type FactorStep = 'enrol' | 'prove' | 'keepCodes';

/** Staff whose password was right, and no more than that: whatever asks for an account does not get one. */
export type PendingActor = {
  kind: 'pending';
  step: FactorStep;
  id: string;
  name: string;
  phone: string;
  sessionId: string;
  address: string;
};

/** Who acts: nobody known, staff at the door, an account, or a named part of the system (a job, a webhook, a command of the host). */
export type Actor = { kind: 'visitor'; address: string } | PendingActor | AccountActor | { kind: 'system'; name: string };

export function actorName(actor: Actor): string {
  if (actor.kind === 'visitor') return '访客';
  return actor.name;
}

/** The account that the actor is or, for staff at the door, wants to be. */
export function accountIdOf(actor: Actor): string | null {
  return actor.kind === 'account' || actor.kind === 'pending' ? actor.id : null;
}

/** Where the actor's request came from; the system has no address. */
export function addressOf(actor: Actor): string {
  return actor.kind === 'system' ? '' : actor.address;
}

export function hasRole(actor: Actor, ...roles: StaffRole[]): boolean {
  return actor.kind === 'account' && actor.roles.some((role) => roles.includes(role));
}

export function isStaff(actor: Actor): actor is AccountActor {
  return actor.kind === 'account' && actor.roles.length > 0;
}
