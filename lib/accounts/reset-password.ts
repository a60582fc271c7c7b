import 'server-only';
import type { Actor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { forgiveTries } from '../limits/lockout';
import { transaction } from '../transaction';
import { checkSmsCode, useSmsCode } from './check-sms-code';
import { hashPassword } from './password';
import { STAFF_PASSWORD_LENGTH } from './schema';
import { endOtherSessions } from './sessions';

type Reset = { phone: string; flow: string; code: string; password: string };

/**
 * 首次登录 and 忘记密码 (manual 四(一)): whoever proves the phone by its code sets a new password. Every session of the
 * account ends. @throws DomainError `codeWrong`, `codeExpired`, `invalid` for staff with a short password, `busy`
 */
export async function resetPassword(actor: Actor, { phone, flow, code, password }: Reset): Promise<void> {
  const { challengeId } = await checkSmsCode({ phone, purpose: 'resetPassword', flow, code });
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { phone }, include: { roles: true } });
    if (account?.status !== 'active') throw new DomainError('codeExpired', { fieldErrors: { code: '验证码已失效，请重新获取' } });
    if (account.roles.length && [...password].length < STAFF_PASSWORD_LENGTH) {
      throw new DomainError('invalid', { fieldErrors: { password: `工作人员的密码至少 ${STAFF_PASSWORD_LENGTH} 个字符` } });
    }
    await useSmsCode(tx, challengeId);
    await tx.account.update({ where: { id: account.id }, data: { passwordHash } });
    await endOtherSessions(tx, account.id);
    await recordAudit(tx, actor, { action: 'account.resetPassword', record: 'account', recordId: account.id });
  });
  await forgiveTries(`signIn:phone:${phone}`);
}
