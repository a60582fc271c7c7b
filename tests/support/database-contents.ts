import pg from 'pg';
import * as z from 'zod';

type Row = Record<string, unknown>;
/** Every row of every table, by table and primary key. */
export type Contents = Map<string, Map<string, Row>>;
/** What differs, without what is another in each run: how many rows of a table are new or gone, and which columns changed. */
export type Change = Record<string, string[]>;

const tables = z.array(z.object({ table: z.string(), key: z.array(z.string()) }));
const rows = z.array(z.record(z.string(), z.unknown()));

/** Runs `work` with a reader of all that a command could write, the job queue included, past the application's role. */
export async function withReader<T>(superuserUrl: string, work: (read: () => Promise<Contents>) => Promise<T>): Promise<T> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const found = tables.parse((await client.query(TABLES)).rows);
  const statement = found.map(({ table }) => `SELECT coalesce(json_agg(t), '[]') AS "rows" FROM ${table} t`).join(' UNION ALL ');
  const read = async (): Promise<Contents> => {
    const all = (await client.query(statement)).rows.map((row) => rows.parse(row.rows));
    return new Map(found.map(({ table, key }, n) => [table, byKey(all[n] ?? [], key)]));
  };
  return work(read).finally(() => client.end());
}

// Regions never change and are three thousand.
const TABLES = `
  SELECT format('%s.%I', c.relnamespace::regnamespace, c.relname) AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS "key"
  FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
  WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) AND c.relname <> 'Region'
  GROUP BY c.oid ORDER BY 1`;

function byKey(list: Row[], key: string[]): Map<string, Row> {
  return new Map(list.map((row) => [JSON.stringify(key.map((name) => row[name])), row]));
}

/** What happened between two readings; empty when nothing did. */
export function changeBetween(before: Contents, after: Contents): Change {
  const tables = [...after].map(([table, now]) => [table, changesOf(before.get(table) ?? new Map(), now)] as const);
  return Object.fromEntries(tables.filter(([, changes]) => changes.length));
}

function changesOf(before: Map<string, Row>, now: Map<string, Row>): string[] {
  const gone = [...before.keys()].filter((key) => !now.has(key)).map(() => 'gone');
  const rest = [...now].flatMap(([key, row]) => {
    const old = before.get(key);
    if (!old) return [`new${textOf(row)}`];
    const columns = Object.keys(row).filter((name) => JSON.stringify(row[name]) !== JSON.stringify(old[name]));
    return columns.length ? [`changed: ${columns.join(', ')}`] : [];
  });
  return [...gone, ...rest].toSorted();
}

/** What a new row is, by those of its columns that are the same in each run. */
function textOf(row: Row): string {
  const kinds = ['action', 'event', 'template', 'kind', 'state', 'dedupeKey'].flatMap((name) =>
    typeof row[name] === 'string' ? [row[name]] : [],
  );
  return kinds.map((kind) => ` ${kind.replace(/:.*/, '')}`).join('');
}
