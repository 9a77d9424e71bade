import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../infra/build/folders.ts';
import { runEventPatterns } from './event-patterns.ts';

const recordings = join(ROOT, '..', 'shared', 'conformance', 'event-patterns.jsonl');

test.skipIf(!existsSync(recordings))('event patterns answer as EventBridge did', () => {
  const outcomes = runEventPatterns(recordings).flatMap((gate) => gate.outcomes);
  expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
});
