import { describe, expect, test } from 'vitest';
import type { Content, RenditionRecord } from '../content.ts';
import type { Pixels } from '../decode.ts';
import { memoryStore } from '../testing/memory-store.ts';
import type { Deps } from './deps.ts';
import { createMakeRenditions } from './step.ts';

const renditions = ['frame-320.avif', 'frame-320.webp', 'frame-320.jpg', 'square-320.webp'];
const content: Content = {
  contentId: 'c0ffee',
  contentHash: 'c0ffee',
  contentType: 'image/jpeg',
  bytes: 9,
  width: 640,
  height: 480,
  hasAlpha: false,
  frames: 1,
  thumbhash: '',
  colours: [],
  focalPoint: { x: 50, y: 50 },
  renditions,
};
const input = { contentId: 'c0ffee', key: 'uploads/a/b.jpg', etag: 'e', renditions };
const pixels: Pixels = { data: Buffer.alloc(3), width: 1, height: 1, channels: 3, frames: 1, timing: {} };

const setUp = (changed: Partial<Deps> = {}) => {
  const store = memoryStore(content, new Uint8Array([1]));
  const encoded: string[] = [];
  let decodes = 0;
  const deps: Deps = {
    ...store,
    now: () => Date.UTC(2026, 0, 1),
    decode: async () => {
      decodes += 1;
      return pixels;
    },
    resize: async () => pixels,
    encode: async (_, format) => {
      encoded.push(format);
      return Buffer.from(format);
    },
    ...changed,
  };
  return { ...store, run: createMakeRenditions(deps), encoded, decodes: () => decodes };
};

const states = (records: Map<string, RenditionRecord>) =>
  Object.fromEntries([...records].map(([name, { state, attempts }]) => [name, `${state} ${attempts}`]));

test('running twice makes nothing twice', async () => {
  const { run, records, encoded, decodes } = setUp();
  expect(await run(input)).toEqual({ made: 4, failed: [] });
  const before = structuredClone(records);
  expect(await run(input)).toEqual({ made: 0, failed: [] });
  expect([encoded.length, decodes()]).toEqual([4, 1]);
  expect(records).toEqual(before);
});

test('a rendition that fails is recorded with its reason and does not stop the others', async () => {
  const { run, records, files } = setUp({
    encode: async (_, format) => {
      if (format === 'avif') throw new Error('out of bits');
      return Buffer.from(format);
    },
  });
  expect(await run(input)).toEqual({ made: 3, failed: ['frame-320.avif'] });
  expect(records.get('frame-320.avif')).toMatchObject({
    state: 'failed',
    reason: { code: 'encoding-failed', message: 'The rendition could not be made: out of bits' },
  });
  expect([...files.keys()]).not.toContain('media/c0ffee/frame-320.avif');
});

test('a retry of one rendition makes that one alone', async () => {
  let fails = true;
  const { run, records, encoded } = setUp({
    encode: async (_, format) => {
      encoded.push(format);
      if (format === 'avif' && fails) throw new Error('out of bits');
      return Buffer.from(format);
    },
  });
  await run(input);
  fails = false;
  encoded.length = 0;
  expect(await run({ ...input, renditions: ['frame-320.avif'] })).toEqual({ made: 1, failed: [] });
  expect(encoded).toEqual(['avif']);
  expect(states(records)['frame-320.avif']).toBe('ready 2');
  expect(records.get('frame-320.avif')?.reason).toBeUndefined();
});

describe('what concerns all renditions is thrown, and a second run finishes the work', () => {
  test('when the store of files is down', async () => {
    let down = true;
    const { run, records, files } = setUp({
      writeMedia: async (key, body, contentType) => {
        if (down && key.includes('square')) throw new Error('SlowDown');
        files.set(key, { body, contentType });
      },
    });
    await expect(run(input)).rejects.toThrow('SlowDown');
    expect(states(records)['square-320.webp']).toBe('processing 1');
    down = false;
    expect(await run(input)).toEqual({ made: 1, failed: [] });
    expect(states(records)).toMatchObject({ 'frame-320.avif': 'ready 1', 'square-320.webp': 'ready 2' });
  });

  test('when the original cannot be decoded', async () => {
    const { run } = setUp({ decode: () => Promise.reject(new Error('unreadable')) });
    await expect(run(input)).rejects.toThrow('unreadable');
  });
});

test('what another run makes in between is neither made nor marked again', async () => {
  const { run, records, encoded } = setUp({
    startRenditions: async (_, started) => {
      const other = records.get('frame-320.webp');
      if (other) return [];
      records.set('frame-320.webp', { name: 'frame-320.webp', state: 'ready', attempts: 1, key: 'theirs' });
      return started.map(({ name }) => name).filter((name) => name === 'frame-320.webp');
    },
  });
  expect(await run(input)).toEqual({ made: 3, failed: [] });
  expect(encoded).toEqual(['avif', 'jpg', 'webp']);
  expect(records.get('frame-320.webp')?.key).toBe('theirs');
});

test('a name that the content does not plan is not made', async () => {
  const { run, files } = setUp();
  expect(await run({ ...input, renditions: ['frame-9999.png'] })).toEqual({ made: 0, failed: [] });
  expect(files.size).toBe(0);
});
