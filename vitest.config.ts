import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tools/slow-first.ts';

export default defineConfig({
  test: {
    include: ['{events,services,workflows,infra,local,cli,test,bench,web}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'cdk.out/**', '.build/**', '.marquee/**'],
    // Three, because those that wait for a runtime leave a core idle.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
    // No test changes what another one imports, so a worker loads the packages once and not for every file.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default is a second, which a busy machine does not always keep.
    expect: { poll: { timeout: 20_000 } },
    silent: 'passed-only',
  },
});
