import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { staffRoleLabels } from '../lib/copy/staff';
import { buildIfChanged } from './services/build';
import { migrate } from './services/database';
import { embeddedEnvironment, prepareDatabase, ROOT, readSecrets } from './services/environment';
import { startPostgres } from './services/postgres';
import { run } from './services/run';
import { requirePort, startServer } from './services/server';

// `npm run demo` and, with --dev, `npm run dev`: the whole system on services of its own, in the folder .data.
run(async () => {
  const development = process.argv.includes('--dev');
  const port = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? '127.0.0.1';
  const folder = path.join(ROOT, '.data');
  requireWritable(folder);
  await requirePort(port, host);

  const secrets = readSecrets(folder);
  const postgres = await startPostgres(path.join(folder, 'postgres'));
  try {
    const urls = await prepareDatabase(postgres, 'members', secrets.databasePassword);
    const environment = embeddedEnvironment({ folder, port, databaseUrl: urls.app, secrets });
    Object.assign(process.env, environment);
    if (!development) await buildIfChanged(environment);
    await migrate(urls);
    const demo = await seed();
    const server = await startServer({ command: development ? 'dev' : 'start', port, host, environment, quiet: !development });
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      server.process.once('exit', () => resolve());
    });
    console.log(welcome(environment.SITE_URL ?? '', demo));
    await stopped;
    console.log('\n正在停止…');
    await server.stop();
  } finally {
    await postgres.stop();
  }
});

// Imported late: it opens the database that the environment names.
async function seed() {
  const { db } = await import('../lib/db');
  const { seedReferenceData } = await import('../prisma/seed/reference-data');
  const demo = await import('../prisma/seed/demo');
  const accounts = await import('../prisma/seed/accounts');
  await db().$transaction((tx) => seedReferenceData(tx));
  await demo.seedDemo();
  await db().$disconnect();
  return { ...demo, ...accounts };
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`文件夹 ${folder} 不能写入。请用对它有写权限的用户运行，或把本项目放到可以写入的位置。`);
  }
}

function welcome(site: string, { demoStaff, demoApplicants, STAFF_PASSWORD, MEMBER_PASSWORD }: Awaited<ReturnType<typeof seed>>): string {
  const staff = demoStaff.map(
    ({ phone, name, roles }) => `    ${phone}  ${name}（${roles.map((role) => staffRoleLabels[role]).join('、')}）`,
  );
  const applicants = demoApplicants.map(({ phone, person, company }) => `    ${phone}  ${person}（${company}）`);
  return [
    '',
    `  会员管理系统已启动：${site}`,
    `  系统发出的短信：    ${site}/outbox`,
    '',
    `  工作人员（密码 ${STAFF_PASSWORD}）`,
    ...staff,
    `  会员和申请人（密码 ${MEMBER_PASSWORD}）`,
    ...applicants,
    '',
    '  按 Ctrl-C 停止，数据保留在 .data 中。',
  ].join('\n');
}
