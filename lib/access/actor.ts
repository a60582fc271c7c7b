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
};

/** Who acts: nobody known, an account, or a named part of the system (a job, a webhook). */
export type Actor = { kind: 'visitor'; address: string } | AccountActor | { kind: 'system'; name: string };

export function actorName(actor: Actor): string {
  if (actor.kind === 'visitor') return '访客';
  return actor.name;
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
