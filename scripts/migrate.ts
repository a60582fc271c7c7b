import { db, disconnect } from '../lib/db';
import { seedReferenceData } from '../prisma/seed/reference-data';
import { migrate } from './services/database';
import { run } from './services/run';

// `npm run db:migrate`: before the first start and with each new version.
run(async () => {
  const app = process.env.DATABASE_URL;
  if (!app) throw new Error('请设置 DATABASE_URL。');
  await migrate({ owner: process.env.DATABASE_OWNER_URL ?? app, app });
  await db().$transaction((tx) => seedReferenceData(tx));
  await disconnect();
  console.log('数据库已是最新。');
});
