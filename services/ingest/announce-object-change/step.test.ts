import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import { AssetUploaded } from '@marquee/events/schemas/asset-uploaded.ts';
import { expect, test } from 'vitest';
import { createAnnounceObjectChange, ObjectChange } from './step.ts';

const assetId = '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';
const correlationId = '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90';

/** As AWS documents them, with the members that nobody here reads. */
const created = (key = `uploads/${assetId}/a.jpg`, sequencer = '00617F08299329D189') => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '111122223333',
  time: '2026-03-01T09:00:00Z',
  region: 'ca-central-1',
  resources: ['arn:aws:s3:::uploads'],
  detail: {
    version: '0',
    bucket: { name: 'uploads' },
    object: { key, size: 5, etag: 'b1946ac92492d2347c6235b4d2611184', sequencer },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: '123456789012',
    'source-ip-address': '1.2.3.4',
    reason: 'POST Object',
  },
});
const deleted = () => ({
  ...created(),
  'detail-type': 'Object Deleted',
  detail: { ...created().detail, object: { key: `uploads/${assetId}/a.jpg`, sequencer: '00617F08299329D18A' } },
});

const setUp = () => {
  const uploaded: AssetUploaded[] = [];
  const removed: AssetRemoved[] = [];
  const warnings: string[] = [];
  const announce = createAnnounceObjectChange({
    readAsset: async (id) => (id === assetId ? { correlationId } : undefined),
    announceUpload: async (detail) => void uploaded.push(detail),
    announceRemoval: async (detail) => void removed.push(detail),
    warn: (message) => void warnings.push(message),
  });
  return { uploaded, removed, warnings, announce: (event: object) => announce(ObjectChange.parse(event)) };
};

test('a created object is announced as an upload of its asset', async () => {
  const { announce, uploaded } = setUp();
  await announce(created());
  expect(uploaded).toHaveLength(1);
  expect(AssetUploaded.strict.parse(uploaded[0])).toMatchObject({
    metadata: {
      correlationId,
      causationId: '17793124-05d4-b198-2fde-7ededc63b103',
      occurredAt: '2026-03-01T09:00:00.000Z',
    },
    data: { assetId, bucket: 'uploads', size: 5, etag: 'b1946ac92492d2347c6235b4d2611184' },
  });
});

test('a deleted object is announced as a removal', async () => {
  const { announce, removed } = setUp();
  await announce(deleted());
  expect(AssetRemoved.strict.parse(removed[0]).data).toMatchObject({ assetId, key: `uploads/${assetId}/a.jpg` });
});

test('the same change reported twice has one event identifier, another change another', async () => {
  const { announce, uploaded, removed } = setUp();
  await announce(created());
  await announce({ ...created(), id: 'a-second-report' });
  await announce(created(undefined, '00617F08299329D190'));
  await announce(deleted());
  const identifiers = [...uploaded, ...removed].map(({ metadata }) => metadata.eventId);
  expect(identifiers[0]).toBe(identifiers[1]);
  expect(new Set(identifiers).size).toBe(3);
});

test('sequencers of unequal length compare as S3 says', async () => {
  const { announce, uploaded } = setUp();
  await announce(created(undefined, '0061'));
  await announce(created(undefined, '00617F08'));
  const [shorter, longer] = uploaded.map(({ data }) => data.sequencer);
  expect(shorter?.length).toBe(longer?.length);
  expect((shorter ?? '') < (longer ?? '')).toBe(true);
});

test.each(['uploads/unknown.jpg', 'uploads/00000000-0000-4000-8000-000000000000/a.jpg', `quarantine/${assetId}/a.jpg`])(
  'an object that nobody asked for is ignored: %s',
  async (key) => {
    const { announce, uploaded, warnings } = setUp();
    await announce(created(key));
    expect([uploaded.length, warnings.length]).toEqual([0, 1]);
  },
);
