import path from 'node:path';
import nextJest from 'next/jest.js';

const rootDir = path.resolve(import.meta.dirname, '..');
const build = nextJest({ dir: rootDir });

/** Packages that exist only as ES modules; everything else in node_modules is loaded as it is. */
const MODULES = [
  'next-auth',
  '@auth/core',
  'jose',
  'oauth4webapi',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer/inflate',
  '@borewit/text-codec',
  '@otplib/plugin-crypto-noble',
  '@noble/hashes',
  '@scure/base',
];

async function project(options) {
  const config = await build({
    rootDir,
    moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1', '^file-type$': '<rootDir>/node_modules/file-type/index.js' },
    ...options,
  })();
  // The patterns are or-ed: one more would have no effect.
  config.transformIgnorePatterns = [`/node_modules/(?!(${MODULES.join('|')})/)`, '^.+\\.module\\.(css|sass|scss)$'];
  return config;
}

export default async () => ({
  maxWorkers: '100%', // the database works on the side, while they wait for it
  testTimeout: 30_000, // scans are made and passwords hashed for real, on machines of any speed
  projects: [
    await project({
      displayName: 'domain',
      testEnvironment: '<rootDir>/tests/support/compiled-once.mjs',
      testMatch: ['<rootDir>/tests/{domain,access,contracts}/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/start-services.ts',
      globalTeardown: '<rootDir>/tests/support/stop-services.ts',
    }),
    await project({
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/components/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/dom.ts'],
    }),
  ],
});
