import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './generated/prisma/client';

/** A transaction's client; every function that writes takes one. */
export type Tx = Prisma.TransactionClient;

declare global {
  // On the global object, because development reloads this module and would open a pool each time.
  var prisma: PrismaClient | undefined;
}

/** The one client of this process. Created at first use, so that a build needs no database. */
export function db(): PrismaClient {
  globalThis.prisma ??= new PrismaClient({
    // The adapter takes the local time that PostgreSQL answers for UTC, and drops its offset: it has to be UTC.
    // A plan for any value whatever would walk a whole index for a name that nobody has: each value gets its own.
    // The tables lie in memory or on an SSD: PostgreSQL's own 4 is a disk's, and makes it read whole tables for a few rows.
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        options: '-c TimeZone=UTC -c random_page_cost=1.1 -c plan_cache_mode=force_custom_plan',
        max: 10,
        connectionTimeoutMillis: 10_000,
      },
      { statementNameGenerator: ({ sql }) => preparedName(sql) },
    ),
    // Prisma's own 2 s to wait for a connection fails under load.
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  });
  return globalThis.prisma;
}

const PREPARED = 1_000;
const LIST_OF_IDS = /IN \(\$\d+,\$\d+/;
const preparedNames = new Map<string, string>();

// A statement with a name is parsed once a connection. Each length of a list of ids makes another one: those have none.
function preparedName(sql: string): string {
  const known = preparedNames.get(sql);
  if (known !== undefined) return known;
  if (preparedNames.size >= PREPARED || LIST_OF_IDS.test(sql)) return '';
  const name = `p${preparedNames.size}`;
  preparedNames.set(sql, name);
  return name;
}
