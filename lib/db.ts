import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './generated/prisma/client';

/** A transaction's client; every function that writes takes one. */
export type Tx = Prisma.TransactionClient;

declare global {
  // On the global object, because development reloads this module and would open a pool each time.
  var prisma: PrismaClient | undefined;
  var sidePrisma: PrismaClient | undefined;
}

/** Holds while a transaction's work runs. */
export const insideTransaction = new AsyncLocalStorage<true>();

/**
 * The client of this process; inside a transaction only its own will do. A second connection, asked for while one is held, waits
 * for the transactions before it, which wait for it in turn: that is refused while developing and testing.
 */
export function db(): PrismaClient {
  if (process.env.NODE_ENV !== 'production' && insideTransaction.getStore()) throw new Error('a transaction asks for another connection');
  globalThis.prisma ??= connect(10);
  return globalThis.prisma;
}

/**
 * The client for what happens beside an open transaction: settings, dictionaries and the calendar, kept in memory for a while and
 * asked for again by whoever comes first, and the progress of an import. With connections of its own, which no transaction holds.
 */
export function sideDb(): PrismaClient {
  globalThis.sidePrisma ??= connect(2);
  return globalThis.sidePrisma;
}

/** Ends every connection: for tests and scripts. */
export async function disconnect(): Promise<void> {
  await Promise.all([globalThis.prisma?.$disconnect(), globalThis.sidePrisma?.$disconnect()]);
}

// Created at first use, so that a build needs no database.
function connect(max: number): PrismaClient {
  return new PrismaClient({
    // The adapter takes the local time that PostgreSQL answers for UTC, and drops its offset: it has to be UTC.
    // A plan for any value whatever would walk a whole index for a name that nobody has: each value gets its own.
    // The tables lie in memory or on an SSD: PostgreSQL's own 4 is a disk's, and makes it read whole tables for a few rows.
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        options: '-c TimeZone=UTC -c random_page_cost=1.1 -c plan_cache_mode=force_custom_plan',
        max,
        connectionTimeoutMillis: 10_000,
      },
      { statementNameGenerator: ({ sql }) => preparedName(sql) },
    ),
    // Prisma's own 2 s to wait for a connection fails under load.
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  });
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
