import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{events,services,workflows,infra,local,cli,test,bench,web}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'cdk.out/**', '.build/**', '.marquee/**'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    silent: 'passed-only',
  },
});
