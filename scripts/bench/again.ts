import pg from 'pg';
import type { Seeded } from './seed';

/** Without the drafts that an earlier run has submitted, and the members that have filed, or tried to. */
export async function unusedOf(owner: string, seeded: Seeded): Promise<Seeded> {
  const [drafts, filed] = await withClient(owner, (client) =>
    Promise.all([
      idsOf(client, `SELECT "id" FROM "Application" WHERE "state" = 'draft'`),
      idsOf(client, `SELECT "companyId" AS "id" FROM "Filing" WHERE "companyId" IS NOT NULL UNION SELECT "companyId" FROM "FilingDraft"`),
    ]),
  );
  return {
    ...seeded,
    drafts: seeded.drafts.filter(({ applicationId }) => drafts.has(applicationId)),
    members: seeded.members.filter(({ companyId }) => !filed.has(companyId)),
  };
}

/** The sessions were made before the data, which takes its time. */
export async function signInAgain(owner: string): Promise<void> {
  await withClient(owner, (client) =>
    client.query(
      `UPDATE "Session" SET "seenAt" = clock_timestamp(), "secondFactorAt" = clock_timestamp(), "endsAt" = clock_timestamp() + interval '1 day'`,
    ),
  );
}

async function idsOf(client: pg.Client, query: string): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(query);
  return new Set(rows.map(({ id }) => id));
}

async function withClient<T>(owner: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner);
  await client.connect();
  return work(client).finally(() => client.end());
}
