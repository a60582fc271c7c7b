import { spawn } from 'node:child_process';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

type Urls = { owner: string; app: string };

/** Brings a database up to the schema of this checkout: tables, job queue, and what the application's role may do. */
export async function migrate({ owner, app }: Urls): Promise<void> {
  await prisma(['migrate', 'deploy'], owner);
  await runMigrations({ connectionString: owner });
  const role = new URL(app).username;
  if (role !== new URL(owner).username) await grant(owner, decodeURIComponent(role));
}

/** Runs the Prisma CLI on a database; its output is shown only when it fails. */
export async function prisma(args: string[], url: string): Promise<void> {
  const cli = require.resolve('prisma/build/index.js');
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`prisma ${args.join(' ')}\n${output}`);
}

/** The application reads and writes rows; it changes no table, and of the audit it may only add and read. */
async function grant(owner: string, role: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  const name = pg.escapeIdentifier(role);
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA public, graphile_worker TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${name};
      REVOKE ALL ON "_prisma_migrations" FROM ${name};
      REVOKE UPDATE, DELETE ON "AuditEvent", "ApplicationEvent", "ApplicationSnapshot", "FilingEvent", "MemberEvent", "Consent", "DocumentVersion" FROM ${name};
      REVOKE UPDATE, DELETE ON "CompanyChangeEvent", "ChargeEvent", "RefundEvent" FROM ${name};
      REVOKE DELETE ON "AuditPayload" FROM ${name};`);
    // The job queue's tables have row security without policies: nobody but their owner sees a row.
    const tables = await client.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'graphile_worker' AND rowsecurity`,
    );
    for (const { tablename } of tables.rows) {
      const table = `graphile_worker.${pg.escapeIdentifier(tablename)}`;
      await client.query(
        `DROP POLICY IF EXISTS application ON ${table}; CREATE POLICY application ON ${table} TO ${name} USING (true) WITH CHECK (true)`,
      );
    }
  } finally {
    await client.end();
  }
}
