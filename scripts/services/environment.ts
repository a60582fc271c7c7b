import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoStaff } from '../../prisma/seed/people';
import { asSuperuser, type EmbeddedPostgres, ensureDatabase } from './postgres';

export const ROOT = path.resolve(__dirname, '../..');

type Secrets = { AUTH_SECRET: string; NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string; databasePassword: string };

/** Secrets of this checkout's own demo, made at its first start and kept beside its data. */
export function readSecrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const fresh: Secrets = {
      AUTH_SECRET: randomBytes(32).toString('base64'),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      databasePassword: randomBytes(24).toString('hex'),
    };
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A database with its two roles: the owner changes tables, the application only rows. */
export async function prepareDatabase(postgres: EmbeddedPostgres, name: string, password: string): Promise<{ owner: string; app: string }> {
  await ensureDatabase(postgres, name);
  await asSuperuser(postgres, name, async (client) => {
    const found = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'app'`);
    if (!found.rowCount) await client.query(`CREATE ROLE app LOGIN PASSWORD '${password}'`);
  });
  const app = new URL(postgres.urlFor(name));
  app.username = 'app';
  app.password = password;
  return { owner: postgres.urlFor(name), app: app.toString() };
}

type Serving = { folder: string; port: number; databaseUrl: string; secrets: Secrets };

/** The environment of a server on embedded services: what production gets from its host. */
export function embeddedEnvironment({ folder, port, databaseUrl, secrets }: Serving): Record<string, string> {
  return {
    TZ: 'Asia/Shanghai',
    DATABASE_URL: databaseUrl,
    SITE_URL: process.env.SITE_URL ?? `http://localhost:${port}`,
    AUTH_SECRET: secrets.AUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    EMBEDDED_PROVIDERS: 'storage,sms,mail,payment',
    STORAGE: 'disk',
    STORAGE_FOLDER: path.join(folder, 'objects'),
    SMS: 'embedded',
    MAIL: 'embedded',
    PAYMENT: 'embedded',
    DEMO_AUTHENTICATORS: demoStaff.flatMap(({ phone, secret }) => (secret ? [`${phone}=${secret}`] : [])).join(','),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
