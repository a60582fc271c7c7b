import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { staffRoleLabels } from '../lib/copy/staff';
import { demoApplicants, demoStaff, MEMBER_PASSWORD, STAFF_PASSWORD } from '../prisma/seed/people';
import { ROOT } from './services/environment';
import { run } from './services/run';
import { requirePort } from './services/server';
import { startSystem } from './services/system';

// `npm run demo` and, with --dev, `npm run dev`: the whole system on services of its own, in the folder .data.
run(async () => {
  const port = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? '127.0.0.1';
  const folder = path.join(ROOT, '.data');
  requireWritable(folder);
  await requirePort(port, host);
  // Listened to from the beginning, so that also an interrupted start stops what it has started.
  let cancelled = false;
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  }).then(() => {
    cancelled = true;
  });
  const system = await startSystem({ folder, command: process.argv.includes('--dev') ? 'dev' : 'start', port, host }).catch(
    (error: unknown) => {
      throw cancelled ? new Error('已取消启动。') : error;
    },
  );
  console.log(welcome(system.site));
  await Promise.race([asked, system.ended]);
  console.log('\n正在停止…');
  await system.stop();
});

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`文件夹 ${folder} 不能写入。请用对它有写权限的用户运行，或把本项目放到可以写入的位置。`);
  }
}

function welcome(site: string): string {
  const staff = demoStaff.map(
    ({ phone, name, roles, secret }) =>
      `    ${phone}  ${name}（${roles.map((role) => staffRoleLabels[role]).join('、')}${secret ? '' : '，还没有设置验证器'}）`,
  );
  const applicants = demoApplicants.map(({ phone, person, company }) => `    ${phone}  ${person}（${company}）`);
  return [
    '',
    `  会员管理系统已启动：${site}`,
    `  短信和动态码：      ${site}/outbox`,
    '',
    `  工作人员（密码 ${STAFF_PASSWORD}，登录时的动态码见 ${site}/outbox）`,
    ...staff,
    `  会员和申请人（密码 ${MEMBER_PASSWORD}）`,
    ...applicants,
    '',
    '  按 Ctrl-C 停止，数据保留在 .data 中。',
  ].join('\n');
}
