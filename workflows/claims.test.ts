import { assetFocusMovedExample } from '@marquee/events/schemas/asset-focus-moved.ts';
import { assetUploadedExample } from '@marquee/events/schemas/asset-uploaded.ts';
import { renditionRetryRequestedExample } from '@marquee/events/schemas/rendition-retry-requested.ts';
import { describe, expect, test } from 'vitest';
import { definition, evaluated, type Json, liveAsset, started } from './testing.ts';

const point = (x: number, y: number) => ({ M: { x: { N: String(x) }, y: { N: String(y) } } });
const text = (S: string) => ({ S });
const { key, sequencer } = assetUploadedExample.data;

/** What an execution finds out of an event and the asset's record. */
const decided = async (detailType: string, detail: object, Item: Json) => {
  const { States } = await definition('process-asset');
  const states = started(detailType, detail);
  const begun = await evaluated(States.ReadEvent.Assign, { states });
  const read = await evaluated(States.ReadAsset.Assign, { ...begun, states: { ...states, result: { Item } } });
  return { States, states, ...begun, ...read };
};
/** What it takes over and works on. */
const claimed = async (detailType: string, detail: object, Item: Json) => {
  const found = await decided(detailType, detail, Item);
  const { job } = await evaluated(found.States.ReadWish.Assign, found);
  const work = { ...found, job };
  const claim = await evaluated(found.States.ClaimAnew.Arguments, work);
  return { ...work, claimed: claim, ...(await evaluated(found.States.Begin.Assign, work)) };
};

describe('a focal point that has moved', () => {
  const moved = (changes: Json) =>
    decided('AssetFocusMoved', assetFocusMovedExample, { ...liveAsset(), focalPoint: point(30, 60), ...changes });

  test('has a picture processed anew, once', async () => {
    expect(await moved({})).toMatchObject({ wanted: true, slot: 'next:', told: 'remake:' });
    expect(await moved({ focus: point(30, 60) })).toMatchObject({ wanted: false });
    const busy = { 'remake:state': text('processing'), 'next:focus': point(30, 60) };
    expect(await moved(busy)).toMatchObject({ wanted: false });
  });

  test('that moves again takes over from the execution that makes crops for the one before', async () => {
    const busy = { 'remake:state': text('processing'), 'next:focus': point(10, 10), 'next:contentId': text('one') };
    expect(await moved(busy)).toMatchObject({ wanted: true });
    const {
      former,
      live,
      claimed: claim,
    } = await claimed('AssetFocusMoved', assetFocusMovedExample, {
      ...liveAsset(),
      ...busy,
      focalPoint: point(30, 60),
    });
    expect([former, live]).toEqual(['one', 'c0ffee']);
    expect(claim.ExpressionAttributeNames).toMatchObject({ '#state': 'remake:state', '#focus': 'next:focus' });
    expect(claim.ExpressionAttributeValues).toMatchObject({ ':focus': point(30, 60), ':begun': text('checking') });
  });

  test('begins the first processing again, and waits for a file that is not there yet', async () => {
    const first = { state: text('processing'), manifestKey: undefined, focus: point(50, 50) };
    expect(await moved(first)).toMatchObject({ wanted: true, slot: '', told: '' });
    const { etag: _, claim: __, ...without } = liveAsset();
    const uploading = { ...without, state: text('uploading'), focalPoint: point(30, 60) };
    expect(await decided('AssetFocusMoved', assetFocusMovedExample, uploading)).toMatchObject({ wanted: false });
  });

  test.each(['removed', 'refused'])('of a %s asset is nothing to do', async (state) => {
    expect(await moved({ state: text(state) })).toMatchObject({ wanted: false });
  });

  test('while a replacement is under way is taken up by the replacement', async () => {
    const replacement = {
      'replacement:key': text(key),
      'replacement:state': text('checking'),
      'replacement:etag': text('new'),
      'replacement:sequencer': text('02'),
      'replacement:bytes': { N: '7' },
      'replacement:fileName': text('new.png'),
      'replacement:declaredType': text('image/png'),
      'next:focus': point(50, 50),
      focalPoint: point(30, 60),
    };
    const found = await claimed('AssetFocusMoved', assetFocusMovedExample, { ...liveAsset(), ...replacement });
    expect(found).toMatchObject({ wanted: true, told: 'replacement:', key, etag: 'new', liveKey: 'uploads/a/b' });
    expect(found.asset).toMatchObject({ declaredType: text('image/png'), focalPoint: point(30, 60) });
  });
});

describe('an upload that is to take the place of another', () => {
  const replacement = {
    'replacement:key': text(key),
    'replacement:state': text('uploading'),
    'replacement:fileName': text('new.jpg'),
    'replacement:declaredType': text('image/jpeg'),
  };
  const uploaded = (changes: Json) =>
    decided('AssetUploaded', assetUploadedExample, { ...liveAsset(), ...replacement, ...changes });

  test('is taken once, and later reports of it change nothing', async () => {
    expect(await uploaded({})).toMatchObject({ wanted: true, slot: 'next:', told: 'replacement:' });
    expect(await uploaded({ 'replacement:sequencer': text(sequencer) })).toMatchObject({ wanted: false });
    expect(await uploaded({ 'replacement:sequencer': text('ff') })).toMatchObject({ wanted: false });
    const failed = { 'replacement:sequencer': text(sequencer), 'replacement:state': text('failed') };
    expect(await uploaded(failed)).toMatchObject({ wanted: true });
  });

  test('is nothing to do where nobody asked for it, or not any more', async () => {
    expect(await uploaded({ 'replacement:key': text('uploads/other') })).toMatchObject({ wanted: false });
    expect(await uploaded({ 'replacement:key': undefined })).toMatchObject({ wanted: false });
    expect(await uploaded({ state: text('removed') })).toMatchObject({ wanted: false });
  });

  test('overtakes crops that are being made, and is told apart from what is live', async () => {
    const busy = { 'remake:state': text('processing'), 'next:contentId': text('one'), 'next:focus': point(50, 50) };
    const found = await claimed('AssetUploaded', assetUploadedExample, { ...liveAsset(), ...replacement, ...busy });
    expect(found).toMatchObject({ former: 'one', live: 'c0ffee', liveKey: 'uploads/a/b', key });
    expect(found.claimed.ExpressionAttributeNames).toMatchObject({
      '#state': 'replacement:state',
      '#sequencer': 'replacement:sequencer',
      '#overtaken': 'remake:state',
    });
    const finished = await evaluated(found.States.MarkReplaced.Arguments, {
      ...found,
      contentId: 'new',
      published: { manifestKey: 'm', state: 'ready', renditions: 3, failed: [] },
    });
    expect(finished.TransactItems[0].Update.ExpressionAttributeValues).toMatchObject({
      ':key': text(key),
      ':sequencer': text(sequencer),
      ':fileName': text('new.jpg'),
      ':state': text('ready'),
    });
  });

  test('leaves the live original alone where it is refused', async () => {
    const { States, ...found } = await claimed('AssetUploaded', assetUploadedExample, {
      ...liveAsset(),
      ...replacement,
    });
    const [isKept, isRefused] = States.IsRecognised.Choices;
    const bindings = { ...found, content: { refused: { code: 'empty-file' } } };
    expect(await evaluated(isKept.Condition, bindings)).toBe(false);
    expect(await evaluated(isRefused.Condition, bindings)).toBe(true);
    expect(await evaluated(isKept.Condition, { ...bindings, key: found.liveKey })).toBe(true);
    const { ExpressionAttributeNames } = await evaluated(States.MarkRefused.Arguments, {
      ...bindings,
      reason: { code: 'c', message: 'm', remedy: 'r' },
    });
    expect(ExpressionAttributeNames).toMatchObject({ '#state': 'replacement:state', '#contentId': 'next:contentId' });
  });
});

test('a retry waits for nobody and overtakes nobody', async () => {
  const retry = structuredClone(renditionRetryRequestedExample);
  retry.data.contentId = 'c0ffee';
  const found = (changes: Json) => decided('RenditionRetryRequested', retry, { ...liveAsset(), ...changes });
  expect(await found({ state: text('incomplete') })).toMatchObject({ wanted: true, told: 'remake:' });
  expect(await found({ 'remake:state': text('processing') })).toMatchObject({ wanted: false });
  expect(await found({ 'replacement:state': text('checking') })).toMatchObject({ wanted: false });
  expect(await found({ contentId: text('another') })).toMatchObject({ wanted: false });
});

test('an execution whose claim was made before its answer got lost goes on', async () => {
  const busy = { claim: text('an-execution'), 'remake:state': text('checking'), 'next:focus': point(30, 60) };
  const changed = { ...liveAsset(), ...busy, focalPoint: point(30, 60) };
  expect(await decided('AssetFocusMoved', assetFocusMovedExample, changed)).toMatchObject({ mine: true });
});
