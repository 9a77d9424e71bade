import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../infra/build/folders.ts';
import { runEventPatterns } from './event-patterns.ts';

const recordings = join(ROOT, '..', 'shared', 'conformance', 'event-patterns.jsonl');

test.skipIf(!existsSync(recordings))('event patterns answer as EventBridge did', () => {
  expect(runEventPatterns(recordings).filter(({ passed }) => !passed)).toEqual([]);
});
