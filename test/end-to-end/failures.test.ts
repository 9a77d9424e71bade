import { rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Template } from '../../local/assembly/read-assembly.ts';
import { changedAssembly } from './assembly.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System | undefined;
const folders: string[] = [];
afterEach(async () => {
  await system?.stop();
  system = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Links are signed anew from time to time, that of the original each time. */
const unsigned = (value: object): string =>
  JSON.stringify(value)
    .replace(/\?expires=[^"]*/g, '')
    .replace(/"original":\{[^}]*\}/g, '');

const changed = (stack: string, change: (template: Template) => void): string => {
  const folder = changedAssembly(`Marquee-test-${stack}`, change);
  folders.push(folder);
  return folder;
};

/** The grant to write renditions, for wide crops only. */
const wideOnly = ({ Resources }: Template): void => {
  for (const [logicalId, { Type, Properties }] of Object.entries(Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !logicalId.startsWith('MakeRenditions')) continue;
    const { PolicyDocument } = Properties as { PolicyDocument: { Statement: object[] } };
    PolicyDocument.Statement = JSON.parse(
      JSON.stringify(PolicyDocument.Statement).replaceAll('"/media/*"', '"/media/*/wide-*"'),
    );
  }
};

test('renditions that cannot be written fail with a reason, alone, and are made when asked for after the cause is gone', async () => {
  system = await startSystem({ assembly: changed('Media', wideOnly) });
  const { dataFolder } = system;
  const incomplete = await system.upload('partly.jpg', 'image/jpeg', await shade(1, 60, 40));
  const { assetId, renditions = [] } = incomplete;
  expect(incomplete.state).toBe('incomplete');
  const failed = renditions.filter(({ state }) => state === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  for (const { name, reason } of failed)
    expect(reason, name).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  const ready = renditions.filter(({ state }) => state === 'ready').map(({ name }) => name);
  expect(ready.length + failed.length).toBe(renditions.length);
  const [first, ...others] = failed.map(({ name }) => name);

  // The grant is mended and the stage deployed again, on the same data.
  await system.pause();
  system = await startSystem({ dataFolder });
  const retry = (name = '') => system?.request('POST', `/assets/${assetId}/renditions/${name}/retry`);
  expect((await system.asset(assetId)).renditions).toEqual(renditions);
  expect((await retry(first))?.status).toBe(202);
  const after = await system.settled(assetId);
  expect(
    after.renditions
      ?.filter(({ state }) => state === 'ready')
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...ready, first].sort());
  expect(after.state).toBe(others.length > 0 ? 'incomplete' : 'ready');
  for (const [index, name] of others.entries()) {
    expect((await retry(name))?.status).toBe(202);
    await system.settled(assetId, index + 1);
  }
  expect(await system.asset(assetId)).toMatchObject({ state: 'ready' });
  expect((await retry(first))?.status).toBe(409);
  expect((await retry('frame-9999.avif'))?.status).toBe(409);
}, 120_000);

test('a refused file stands apart with its reason, and its original is gone from the uploads', async () => {
  system = await startSystem();
  const asset = await system.upload('letter.jpg', 'image/jpeg', Buffer.from('Dear editor, this is no picture.'));
  expect(asset).toMatchObject({ state: 'refused', reason: { code: 'not-an-image', message: expect.any(String) } });
  await system.ended('processasset', asset.assetId);
  expect(await system.keys('uploads', `uploads/${asset.assetId}`)).toEqual([]);
  expect(await system.keys('uploads', 'quarantine/')).toEqual([expect.stringContaining(asset.assetId)]);
  expect(await system.keys('media')).toEqual([]);
  // The deletion of its original is no removal of the asset: the editor can still read why.
  expect((await system.asset(asset.assetId)).state).toBe('refused');
  const dismissed = await system.request('DELETE', `/assets/${asset.assetId}`);
  expect(dismissed.status).toBeLessThan(300);
  expect((await system.asset(asset.assetId)).state).toBe('removed');
  expect(await system.keys('uploads')).toEqual([]);
});

test('everything is there after a stop and a start, users and tokens included', async () => {
  system = await startSystem();
  const { dataFolder, token } = system;
  const asset = await system.upload('kept.jpg', 'image/jpeg', await shade(2, 60, 40));
  const path = asset.renditions?.[0]?.path ?? '';
  const { bytes } = await system.published(path);
  await system.pause();
  system = await startSystem({ dataFolder });
  expect(unsigned(await system.asset(asset.assetId))).toEqual(unsigned(asset));
  expect((await system.request('GET', '/assets', { bearer: token })).status).toBe(200);
  expect((await system.published(path)).bytes).toEqual(bytes);
  expect(await system.upload('next.jpg', 'image/jpeg', await shade(3, 60, 40))).toMatchObject({ state: 'ready' });
});
