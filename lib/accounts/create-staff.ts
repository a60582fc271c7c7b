import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { mobile, personName } from '../fields';
import type { StaffRole } from '../generated/prisma/enums';
import { isUniqueViolation, transaction } from '../transaction';
import { hashPassword } from './password';
import { isGuessable, STAFF_PASSWORD_LENGTH } from './schema';

type NewStaff = { phone: string; name: string; password?: string; roles: readonly StaffRole[] };

/**
 * A staff account with its roles, by an administrator or a command of the host; there is none by default. Without a
 * password its owner sets one by 首次登录, with a code to the phone.
 * @throws DomainError `invalid` for a phone, name or password that does not do, or a phone that is taken
 */
export async function createStaff(actor: Actor, { phone, name, password, roles }: NewStaff): Promise<{ id: string }> {
  authorize(actor, 'staff.change', null);
  if (password !== undefined && ([...password].length < STAFF_PASSWORD_LENGTH || isGuessable(password, [phone, name]))) {
    throw new DomainError('invalid', {
      text: `工作人员的密码至少 ${STAFF_PASSWORD_LENGTH} 个字符，不能是常见密码，也不能含手机号或姓名。`,
    });
  }
  if (!roles.length) throw new DomainError('invalid', { text: '请至少指定一个角色。' });
  const checked = { phone: mobile.safeParse(phone), name: personName.safeParse(name) };
  if (!checked.phone.success || !checked.name.success) throw new DomainError('invalid', { text: '手机号或姓名不对。' });
  const data = {
    phone: checked.phone.data,
    name: checked.name.data,
    passwordHash: password === undefined ? null : await hashPassword(password),
  };
  try {
    return await transaction(async (tx) => {
      const account = await tx.account.create({
        data: { ...data, roles: { create: roles.map((role) => ({ role })) } },
        select: { id: true },
      });
      await recordAudit(tx, actor, { action: 'staff.create', record: 'account', recordId: account.id, data: { roles: [...roles] } });
      return account;
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      const text = '这个手机号已有账号，请换一个手机号';
      throw new DomainError('invalid', { text, fieldErrors: { phone: text } });
    }
    throw error;
  }
}
