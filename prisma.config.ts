import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's native schema engine is a download from a host that many users of this system cannot reach.
// This one comes from npm; plain `npx prisma …` works with it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts/schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? '' },
});
