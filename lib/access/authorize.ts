import { DomainError } from '../errors';
import type { Actor } from './actor';
import { type Permission, type PermissionRecords, policy, type Rule } from './policy';

/**
 * Asks the policy, before a command does anything else.
 * @throws DomainError `notFound` when the actor may not even see the record, `forbidden` when it is seen but not theirs to change.
 */
export function authorize<P extends Permission>(actor: Actor, permission: P, record: PermissionRecords[P]): void {
  const rule: Rule<PermissionRecords[P]> = policy[permission];
  if (!rule.sees(actor, record)) throw new DomainError('notFound');
  if (rule.may && !rule.may(actor, record)) throw new DomainError('forbidden');
}

/** The same question for pages, which hide what cannot be done. */
export function isAllowed<P extends Permission>(actor: Actor, permission: P, record: PermissionRecords[P]): boolean {
  const rule: Rule<PermissionRecords[P]> = policy[permission];
  return rule.sees(actor, record) && (rule.may?.(actor, record) ?? true);
}
