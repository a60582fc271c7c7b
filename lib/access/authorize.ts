import { DomainError } from '../errors';
import type { Actor } from './actor';
import type { Permission, PermissionRecords } from './permissions';
import { policy, type Rule } from './policy';

/**
 * Asks the policy, before a command does anything else.
 * @throws DomainError `notFound` when the actor may not even see the record, `forbidden` when it is seen but not theirs
 * to change, `stepUp` when it is theirs to change once they have proven the second factor anew
 */
export function authorize<P extends Permission>(actor: Actor, permission: P, record: PermissionRecords[P]): void {
  const rule: Rule<PermissionRecords[P]> = policy[permission];
  if (!rule.sees(actor, record)) throw new DomainError('notFound');
  if (rule.may && !rule.may(actor, record)) throw new DomainError('forbidden');
  if (rule.fresh && actor.kind === 'account' && !actor.freshFactor) throw new DomainError('stepUp');
}

/** The same question for pages, which hide what cannot be done; what only asks for a fresh factor can. */
export function isAllowed<P extends Permission>(actor: Actor, permission: P, record: PermissionRecords[P]): boolean {
  const rule: Rule<PermissionRecords[P]> = policy[permission];
  return rule.sees(actor, record) && (rule.may?.(actor, record) ?? true);
}
