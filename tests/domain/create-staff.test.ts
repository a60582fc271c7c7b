import { createStaff } from '../../lib/accounts/create-staff';
import { isGuessable, newPassword, registerSchema } from '../../lib/accounts/schema';
import { verifyCredentials } from '../../lib/accounts/verify-credentials';
import { db } from '../../lib/db';
import { sampleUscc } from '../../prisma/seed/companies';
import { withDatabase } from '../support/database';
import { anApplicant, newPhone } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const host = { kind: 'system', name: 'staff:create' } as const;
const aPerson = () => ({ phone: newPhone(), name: '王审核', password: 'jiandan de mima 7', roles: ['reviewer', 'finance'] as const });

describe('creating staff', () => {
  it('makes an account with its roles that can sign in', async () => {
    const person = aPerson();
    const { id } = await createStaff(host, person);
    const account = await db().account.findUnique({ where: { id }, include: { roles: true } });
    expect(account?.roles.map(({ role }) => role).toSorted()).toEqual(['finance', 'reviewer']);
    expect(await auditOf('account', id)).toEqual(['staff.create']);
    expect(await verifyCredentials({ ...person, address: 'x' })).toEqual({ accountId: id });
  });

  it('reads the phone as people write it', async () => {
    const phone = newPhone();
    const { id } = await createStaff(host, { ...aPerson(), phone: `+86 ${phone.slice(0, 3)}-${phone.slice(3)}` });
    expect(await db().account.findUnique({ where: { id } })).toMatchObject({ phone });
  });

  it.each([
    ['a password of 13 characters', { password: 'thirteen char' }],
    ['a common password', { password: '12345678901234' }],
    ['one repeated character', { password: 'aaaaaaaaaaaaaaaa' }],
    ['no role', { roles: [] }],
    ['a phone that is none', { phone: '010-63253429' }],
    ['a name that is none', { name: 'x' }],
  ])('refuses %s', async (_, change) => {
    const person = { ...aPerson(), ...change };
    await expect(createStaff(host, person)).rejects.toMatchObject({ code: 'invalid', details: { text: expect.any(String) } });
    expect(await db().account.count({ where: { phone: person.phone } })).toBe(0);
  });

  it('refuses a password made of the phone', async () => {
    const person = aPerson();
    await expect(createStaff(host, { ...person, password: `${person.phone}abc` })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('refuses a phone that has an account, and gives it no role', async () => {
    const { id, phone } = await anApplicant();
    await expect(createStaff(host, { ...aPerson(), phone })).rejects.toMatchObject({ code: 'invalid' });
    expect(await db().accountRole.count({ where: { accountId: id } })).toBe(0);
  });
});

describe('a password', () => {
  const form = {
    companyName: '北京远筑建设集团有限公司',
    uscc: sampleUscc(1),
    name: '张建国',
    phone: '13812345678',
    flow: 'f',
    code: '123456',
    password: 'zheshi yi ju hua',
    passwordAgain: 'zheshi yi ju hua',
    privacy: 'on',
  };
  const faults = (change: Partial<typeof form>) => {
    const result = registerSchema.safeParse({ ...form, ...change });
    return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
  };

  it('may be any sentence of ten characters or more', () => {
    expect(faults({})).toEqual([]);
    expect(newPassword.safeParse('九个字的密码不够长').success).toBe(false);
    expect(newPassword.safeParse('x'.repeat(200)).success).toBe(true);
  });

  it('must be the same twice', () => {
    expect(faults({ passwordAgain: 'zheshi yi ju hu' })).toEqual(['passwordAgain']);
  });

  it.each(['1234567890', 'QWERTYUIOP123', '1111111111', '13812345678', '13812345678ab', '北京远筑建设集团有限公司1'])(
    'is refused when anybody would try it first: %s',
    (password) => {
      expect(faults({ password, passwordAgain: password })).toEqual(['password']);
    },
  );

  it('is not refused for containing a short name', () => {
    expect(isGuessable('张建国 likes long walks', ['张建国', '13812345678'])).toBe(false);
  });
});
