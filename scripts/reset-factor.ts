import { parseArgs } from 'node:util';
import { errorText } from '../lib/copy/errors';
import { db } from '../lib/db';
import { DomainError } from '../lib/errors';
import { resetFactor } from '../lib/factors/reset-factor';
import { run } from './services/run';

const USAGE = '用法：npm run staff:reset-factor -- --phone 13800000000';

// For the last administrator who lost the phone and the recovery codes; everybody else asks an administrator.
run(async () => {
  const { phone } = parseArgs({ options: { phone: { type: 'string' } } }).values;
  if (!phone) throw new Error(USAGE);
  const account = await db().account.findUnique({ where: { phone, roles: { some: {} } } });
  if (!account) throw new Error(`没有手机号为 ${phone} 的工作人员。`);
  try {
    await resetFactor({ kind: 'system', name: 'staff:reset-factor' }, account.id);
  } catch (error) {
    throw error instanceof DomainError ? new Error(errorText(error)) : error;
  }
  console.log(`已重置 ${account.name}（${phone}）的验证器，下次登录时重新设置。`);
});
