import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const exclude = ['**/node_modules/**', '**/dist/**'];
const needsPostgres = [
  'packages/db/**/*.test.ts',
  'apps/server/**/*.test.ts',
  'test/{contracts,e2e,faults}/**/*.test.ts',
];

export default defineConfig({
  root,
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...exclude, ...needsPostgres],
          globalSetup: ['test/support/unpack-chromium.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'postgres',
          include: needsPostgres,
          exclude,
          globalSetup: ['test/support/unpack-chromium.ts', 'test/support/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
