import { expect, test } from 'vitest';
import { aContent, someRecords } from '../testing/records.ts';
import { createPublishManifest } from './step.ts';

const setUp = (records = someRecords()) => {
  const files = new Map<string, string>();
  const publish = createPublishManifest({
    readContent: async () => ({ content: aContent(), records }),
    writeMedia: async (key, body) => void files.set(key, body),
  });
  return { files, publish: () => publish({ contentId: 'c0ffee' }) };
};

test('the manifest holds what can be served and names what is missing', async () => {
  const { files, publish } = setUp();
  const published = await publish();
  expect(published).toMatchObject({ state: 'incomplete', renditions: 1, failed: ['frame-320.webp', 'frame-320.jpg'] });
  expect(JSON.parse(files.get(published.manifestKey) ?? '')).toEqual({
    contentId: 'c0ffee',
    original: { contentType: 'image/jpeg', bytes: 1000, sha256: 'c0ffee' },
    width: 640,
    height: 480,
    animated: false,
    focalPoint: { x: 50, y: 50 },
    thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
    colours: ['#102030'],
    renditions: [
      {
        name: 'frame-320.avif',
        path: '/media/c0ffee/frame-320.avif',
        contentType: 'image/avif',
        width: 320,
        height: 240,
        bytes: 10,
      },
    ],
    failed: ['frame-320.webp', 'frame-320.jpg'],
  });
});

test('its key follows from what it says: the same twice, another once a rendition is there', async () => {
  const { publish, files } = setUp();
  const { manifestKey } = await publish();
  expect(manifestKey).toMatch(/^media\/c0ffee\/manifest-[0-9a-f]{16}\.json$/);
  expect((await publish()).manifestKey).toBe(manifestKey);
  expect(files.size).toBe(1);
  const [first] = someRecords();
  const more = setUp(first ? [first, { ...first, name: 'frame-320.webp' }] : []);
  expect((await more.publish()).manifestKey).not.toBe(manifestKey);
});
