import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { db } from '../db';
import { DomainError } from '../errors';
import { countTry, forgiveTries } from '../limits/lockout';
import { transaction } from '../transaction';
import { hashPassword, verifyPassword } from './password';
import { GUESSABLE, isGuessable, STAFF_PASSWORD_LENGTH } from './schema';
import { endOtherSessions } from './sessions';

type NewPassword = { currentPassword: string; password: string };

/**
 * 修改密码 (product 5): whoever knows the current password sets another one. Every other session of the account ends; wrong
 * current passwords count as failed sign-ins do.
 * @throws DomainError `invalid` at the field, `alreadyDecided` when it was changed meanwhile, `limited`, `busy`
 */
export async function changePassword(actor: AccountActor, { currentPassword, password }: NewPassword): Promise<void> {
  authorize(actor, 'password.change', { accountId: actor.id });
  await requireStrong(actor, password);
  const tries = `signIn:phone:${actor.phone}`;
  await countTry(tries);
  const { passwordHash: known } = await db().account.findUniqueOrThrow({ where: { id: actor.id }, select: { passwordHash: true } });
  if (!(await verifyPassword(known, currentPassword))) throw refusal('currentPassword', '当前密码不对，请重新填写');
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const { count } = await tx.account.updateMany({ where: { id: actor.id, passwordHash: known }, data: { passwordHash } });
    if (!count) throw new DomainError('alreadyDecided');
    await endOtherSessions(tx, actor.id, actor.sessionId);
    await recordAudit(tx, actor, { action: 'account.changePassword', record: 'account', recordId: actor.id });
  });
  await forgiveTries(tries);
}

async function requireStrong(actor: AccountActor, password: string): Promise<void> {
  if (actor.roles.length && [...password].length < STAFF_PASSWORD_LENGTH) {
    throw refusal('password', `工作人员的密码至少 ${STAFF_PASSWORD_LENGTH} 个字符`);
  }
  const companies = await db().company.findMany({ where: { id: { in: [...actor.companyIds] } }, select: { name: true, uscc: true } });
  const known = [actor.phone, actor.name, ...companies.flatMap(({ name, uscc }) => [name, uscc])];
  if (isGuessable(password, known)) throw refusal('password', GUESSABLE);
}

function refusal(field: keyof NewPassword, message: string): DomainError {
  return new DomainError('invalid', { fieldErrors: { [field]: message } });
}
