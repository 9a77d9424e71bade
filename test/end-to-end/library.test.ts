import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asset, Ticket } from '../../cli/api.ts';
import { aFilm } from '../../services/media/testing/films.ts';
import { type Newsroom, news, startNewsroom } from './newsroom.ts';
import { quarters, shade } from './pictures.ts';

let system: Newsroom;
beforeAll(async () => {
  system = await startNewsroom();
});
afterAll(() => system?.stop());

const SOON = { timeout: 60_000, interval: 100 };
const DETAILS = { name: 'Key art', folder: 'Posters', tags: ['lamp'], alt: { en: 'A lamp.' } };

const save = (assetId: string, version: number, details: object) =>
  system.request('PUT', `/assets/${assetId}`, {
    headers: { 'if-match': `"${version}"` },
    body: { ...DETAILS, focalPoint: { x: 50, y: 50 }, ...details },
  });
const bytesOf = async ({ renditions = [] }: Asset, name: string): Promise<Buffer> => {
  const path = renditions.find((rendition) => rendition.name === name)?.path ?? '';
  return (await system.published(path)).bytes;
};
const ids = async (query = ''): Promise<string[]> => {
  const { body } = await system.request('GET', `/assets?limit=100${query}`);
  return (body.assets as Asset[]).map(({ assetId }) => assetId);
};

test('details are kept, listed with the state, and of two who saw the same the second gets both', async () => {
  const { assetId } = await system.upload('details.jpg', 'image/jpeg', await shade(1), {
    folder: 'New',
    tags: ['Raw'],
  });
  const { body: listed } = await system.request('GET', '/assets?limit=1');
  expect((listed.assets as object[])[0]).toMatchObject({
    assetId,
    name: 'details.jpg',
    folder: 'New',
    tags: ['raw'],
    version: 1,
    renditions: { failed: 0, ready: expect.any(Number) },
  });
  const [{ thumbnail, updatedAt }] = listed.assets as [{ thumbnail: string; updatedAt: string }];
  expect((await system.published(thumbnail)).status).toBe(200);

  const embargoUntil = { at: '2027-12-04T20:00', zone: 'Europe/London' };
  const saved = await save(assetId, 1, { embargoUntil, rights: '© Nine Lamps' });
  expect([saved.status, saved.body.version]).toEqual([200, 2]);
  const conflict = await save(assetId, 1, { name: 'Another' });
  expect(conflict).toMatchObject({
    status: 412,
    body: { error: { code: 'version-conflict', current: { version: 2 }, yours: { version: 1 } } },
  });
  expect(await system.asset(assetId)).toMatchObject({ ...DETAILS, embargoUntil, rights: '© Nine Lamps', version: 2 });
  await expect.poll(() => ids(`&changedSince=${updatedAt}`), SOON).toEqual([assetId]);
  expect(await ids(`&changedSince=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
  const { original } = (await system.asset(assetId)) as unknown as { original: { url: string } };
  const file = await fetch(original.url);
  expect([file.status, file.headers.get('content-disposition')]).toEqual([
    200,
    "attachment; filename*=UTF-8''details.jpg",
  ]);
});

test('a focal point that moves makes the crops anew, the last one counts, and the page follows', async () => {
  const asset = await system.upload('wide.png', 'image/png', await quarters(1200, 400).png().toBuffer());
  const { assetId } = asset;
  await system.create('news', 'cropped', news('Cropped', { picture: { asset: assetId, alt: { en: 'Quarters.' } } }));
  expect(await system.publish('cropped')).toMatchObject({ state: 'live' });
  const before = await bytesOf(asset, 'square-320.webp');
  const live = new Set<string>();
  const watching = expect
    .poll(async () => {
      const now = await system.asset(assetId);
      live.add(now.state);
      return now.contentId;
    }, SOON)
    .toBe(`${asset.contentId?.split('-')[0]}-x100y50`);
  expect((await save(assetId, 1, { focalPoint: { x: 0, y: 50 } })).status).toBe(200);
  expect((await save(assetId, 2, { focalPoint: { x: 100, y: 50 } })).status).toBe(200);
  await watching;
  // It never stopped being ready.
  expect([...live]).toEqual(['ready']);
  const moved = await system.asset(assetId);
  expect((await bytesOf(moved, 'square-320.webp')).equals(before)).toBe(false);
  expect((await bytesOf(moved, 'frame-320.webp')).length).toBeGreaterThan(0);
  await expect
    .poll(async () => (await system.page('/news/cropped/')).text, SOON)
    .toContain(`/media/${moved.contentId}/`);
  expect(moved).not.toHaveProperty('crops');
});

test('the trash keeps an asset out of the list and of new publications, and gives it back as it was', async () => {
  const { assetId } = await system.upload('trash.jpg', 'image/jpeg', await shade(2));
  expect((await system.request('POST', `/assets/${assetId}/trash`)).body).toMatchObject({ version: 2 });
  expect(await ids()).not.toContain(assetId);
  expect(await ids('&trashed=true')).toEqual([assetId]);
  await system.create('news', 'binned', news('Binned', { picture: { asset: assetId, alt: { en: 'A shade.' } } }));
  expect(await system.publish('binned')).toMatchObject({
    state: 'failed',
    problems: [{ field: 'picture.asset', message: 'The file trash.jpg is in the trash.' }],
  });
  const change = { assetIds: [assetId], change: { restore: true, folder: 'Back' } };
  const { body } = await system.request('POST', '/assets/changes', { body: change });
  expect(body).toEqual({ results: [{ assetId, ok: true, version: 3 }] });
  expect(await ids()).toContain(assetId);
  expect(await system.publish('binned')).toMatchObject({ state: 'live' });
});

test('what items refer to is not removed by mistake', async () => {
  const { assetId } = await system.upload('used.jpg', 'image/jpeg', await shade(3));
  await system.create('news', 'user', news('User', { picture: { asset: assetId, alt: { en: 'A shade.' } } }));
  await expect
    .poll(async () => (await system.request('GET', `/content?asset=${assetId}`)).body, SOON)
    .toMatchObject({ items: [{ itemId: 'user', state: 'draft' }] });
  const refused = await system.request('DELETE', `/assets/${assetId}`);
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'in-use', uses: [{ itemId: 'user' }] } } });
  expect((await system.asset(assetId)).state).toBe('ready');
  expect((await system.request('DELETE', `/assets/${assetId}?anyway=true`)).status).toBe(202);
  await expect.poll(async () => (await system.asset(assetId)).state, SOON).toBe('removed');
});

/** A film of more than a form takes: its container ends with a box that players skip. */
const largeFilm = async (): Promise<Buffer> => {
  const skipped = Buffer.alloc(51 * 1024 * 1024);
  skipped.writeUInt32BE(skipped.length);
  skipped.write('free', 4, 'latin1');
  return Buffer.concat([await aFilm('mp4', { sound: true }), skipped]);
};

type Parts = { assetId: string; upload: { multipart: { uploadId: string; partSize: number } } };
const studio = { origin: 'https://studio.example' };

test('a large file comes in parts; whoever lost some, or the page itself, sends only those that are missing', async () => {
  const bytes = await largeFilm();
  const ticket = (await system.ticketFor('large.mp4', 'video/mp4', bytes.length, {
    multipart: true,
  })) as object as Parts;
  const { uploadId, partSize } = ticket.upload.multipart;
  const path = `/assets/${ticket.assetId}`;
  const partNumbers = Array.from({ length: Math.ceil(bytes.length / partSize) }, (_, index) => index + 1);
  expect(partNumbers).toHaveLength(7);
  const { body } = await system.request('POST', `${path}/parts`, { body: { uploadId, partNumbers } });
  const signed = body.parts as { partNumber: number; url: string }[];
  const send = async (partNumber: number): Promise<string> => {
    const url = signed.find((part) => part.partNumber === partNumber)?.url ?? '';
    const part = bytes.subarray((partNumber - 1) * partSize, partNumber * partSize);
    const answer = await fetch(url, { method: 'PUT', headers: studio, body: new Uint8Array(part) });
    expect([answer.status, answer.headers.get('access-control-expose-headers')]).toEqual([200, 'ETag']);
    return answer.headers.get('etag') ?? '';
  };
  for (const partNumber of partNumbers.slice(1)) await send(partNumber);
  const { body: arrived } = await system.request('GET', `${path}/parts?uploadId=${encodeURIComponent(uploadId)}`);
  const others = arrived.parts as { partNumber: number; size: number; etag: string }[];
  expect(others.map(({ partNumber }) => partNumber)).toEqual([2, 3, 4, 5, 6, 7]);
  expect(others.at(-1)?.size).toBe(bytes.length - 6 * partSize);
  const sent = others.map(({ partNumber, etag }) => ({ partNumber, etag }));
  const early = { uploadId, parts: [{ partNumber: 1, etag: '"lost"' }, ...sent] };
  expect((await system.request('POST', `${path}/completion`, { body: early })).status).toBe(409);
  const parts = [{ partNumber: 1, etag: await send(1) }, ...sent];
  for (let times = 0; times < 2; times++) {
    const completion = await system.request('POST', `${path}/completion`, { body: { uploadId, parts } });
    expect([completion.status, completion.body.assetId]).toEqual([200, ticket.assetId]);
  }
  await expect
    .poll(() => system.asset(ticket.assetId), SOON)
    .toMatchObject({ state: 'ready', bytes: bytes.length, width: 64, duration: 1 });
});

test('an upload in parts that is given up takes its asset with it', async () => {
  const ticket = (await system.ticketFor('gone.mp4', 'video/mp4', 6e9 / 2, { multipart: true })) as object as Parts;
  const query = `uploadId=${encodeURIComponent(ticket.upload.multipart.uploadId)}`;
  const answer = await system.request('DELETE', `/assets/${ticket.assetId}/upload?${query}`);
  expect(answer).toMatchObject({ status: 200, body: { state: 'removed' } });
  expect((await system.request('GET', `/assets/${ticket.assetId}/parts?${query}`)).status).toBe(410);
});

test('another file takes the place of the first once it is ready, and a refused one leaves it as it is', async () => {
  const first = await system.upload('first.jpg', 'image/jpeg', await shade(4));
  const { assetId } = first;
  await system.create('news', 'replaced', news('Replaced', { picture: { asset: assetId, alt: { en: 'A shade.' } } }));
  expect(await system.publish('replaced')).toMatchObject({ state: 'live' });
  const ticketFor = async (fileName: string, size: number): Promise<Ticket> => {
    const body = { fileName, contentType: 'image/jpeg', size };
    return (await system.request('POST', `/assets/${assetId}/replacement`, { body })).body as unknown as Ticket;
  };
  const bad = Buffer.from('Dear editor, this is no picture.');
  await system.post(await ticketFor('bad.jpg', bad.length), bad);
  await expect.poll(() => system.asset(assetId), SOON).toMatchObject({ replacement: { state: 'refused' } });
  const refused = await system.asset(assetId);
  expect(refused).toMatchObject({
    state: 'ready',
    contentId: first.contentId,
    fileName: 'first.jpg',
    replacement: { state: 'refused', fileName: 'bad.jpg', reason: { code: 'not-an-image' } },
  });
  expect((await bytesOf(refused, 'frame-320.webp')).length).toBeGreaterThan(0);

  const other = await shade(5);
  await system.post(await ticketFor('second.jpg', other.length), other);
  await expect.poll(() => system.asset(assetId), SOON).toMatchObject({ fileName: 'second.jpg' });
  const second = await system.asset(assetId);
  expect(second).toMatchObject({ state: 'ready', fileName: 'second.jpg', name: 'first.jpg', bytes: other.length });
  expect(second).not.toHaveProperty('replacement');
  expect(second.contentId).not.toBe(first.contentId);
  await expect
    .poll(async () => (await system.page('/news/replaced/')).text, SOON)
    .toContain(`/media/${second.contentId}/`);
  // Its former original is gone, and that is no removal of the asset.
  await expect.poll(() => system.keys('uploads', `uploads/${assetId}/`), SOON).toHaveLength(1);
  await expect.poll(() => system.countEnded('remove', `${assetId}/first.jpg`), SOON).toBe(1);
  expect((await system.asset(assetId)).state).toBe('ready');
  const film = { fileName: 'a.mp4', contentType: 'video/mp4', size: 9 };
  expect(await system.request('POST', `/assets/${assetId}/replacement`, { body: film })).toMatchObject({
    status: 415,
    body: { error: { code: 'another-kind' } },
  });
});

test('a file that lies within the system is not fetched, and its asset says why', async () => {
  const refused = await system.request('POST', '/assets/fetches', { body: { url: 'http://press.example/a.jpg' } });
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'address-not-allowed', field: 'url' } } });
  const asked = await system.request('POST', '/assets/fetches', {
    body: { url: 'https://localhost/a.jpg', folder: 'Web' },
  });
  expect(asked).toMatchObject({ status: 202, body: { state: 'uploading' } });
  await expect
    .poll(() => system.asset(String(asked.body.assetId)), SOON)
    .toMatchObject({
      state: 'refused',
      folder: 'Web',
      reason: {
        code: 'address-not-allowed',
        message: expect.stringMatching(/^localhost is at (127\.0\.0\.1|::1), which/),
      },
    });
});
