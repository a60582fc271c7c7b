import { parseArgs } from 'node:util';
import { createStaff } from '../lib/accounts/create-staff';
import { errorText } from '../lib/copy/errors';
import { staffRoleLabels } from '../lib/copy/staff';
import { DomainError } from '../lib/errors';
import { StaffRole } from '../lib/generated/prisma/enums';
import { run } from './services/run';

const USAGE = `用法：STAFF_PASSWORD=… npm run staff:create -- --phone 13800000000 --name 姓名 --roles admin,reviewer
角色：${Object.entries(staffRoleLabels)
  .map(([role, label]) => `${role} ${label}`)
  .join('，')}`;

// The first administrator is made by this command on the host; administrators add the others at /admin/staff.
run(async () => {
  const { values } = parseArgs({ options: { phone: { type: 'string' }, name: { type: 'string' }, roles: { type: 'string' } } });
  const { phone, name } = values;
  const password = process.env.STAFF_PASSWORD;
  const wanted = (values.roles ?? '').split(',').filter(Boolean);
  const roles = Object.values(StaffRole).filter((role) => wanted.includes(role));
  if (!phone || !name || !password || !roles.length || roles.length !== wanted.length) throw new Error(USAGE);
  try {
    await createStaff({ kind: 'system', name: 'staff:create' }, { phone, name, password, roles });
  } catch (error) {
    throw error instanceof DomainError ? new Error(errorText(error)) : error;
  }
  console.log(`已建立账号 ${phone}（${roles.map((role) => staffRoleLabels[role]).join('、')}）。`);
});
