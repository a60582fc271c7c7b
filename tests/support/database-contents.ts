import pg from 'pg';
import * as z from 'zod';

type Row = Record<string, unknown>;
/** Every row of every table, by table and primary key. */
export type Contents = Map<string, Map<string, Row>>;
/** What differs, without what is another in each run: how many rows of a table are new or gone, and which columns changed. */
export type Change = Record<string, string[]>;

const tables = z.array(z.object({ table: z.string(), key: z.array(z.string()) }));
const marks = z.array(z.object({ table: z.string(), mark: z.string() }));
const rows = z.array(z.record(z.string(), z.unknown()));

/** Runs `work` with a reader of all that a command could write, the job queue included, past the application's role. */
export async function withReader<T>(superuserUrl: string, work: (read: () => Promise<Contents>) => Promise<T>): Promise<T> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const found = tables.parse((await client.query(TABLES)).rows);
  const seen = new Map<string, { mark: string; rows: Map<string, Row> }>();
  const read = async (): Promise<Contents> => {
    const asked = found.map(({ table }) => `SELECT '${table}' AS "table", ${MARK} AS "mark" FROM ${table}`).join(' UNION ALL ');
    const current = new Map(marks.parse((await client.query(asked)).rows).map(({ table, mark }) => [table, mark]));
    for (const { table, key } of found) {
      const mark = current.get(table) ?? '';
      if (seen.get(table)?.mark === mark) continue;
      const { rows: all } = await client.query(`SELECT to_json(t) AS "row" FROM ${table} t`);
      seen.set(table, { mark, rows: byKey(rows.parse(all.map(({ row }) => row)), key) });
    }
    return new Map([...seen].map(([table, { rows }]) => [table, rows]));
  };
  return work(read).finally(() => client.end());
}

// Every row that is written gets the number of its transaction: a table with as many rows and the same sum of these is the same.
const MARK = "format('%s %s', count(*), sum(xmin::text::bigint))";

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
  if (before === now) return [];
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
