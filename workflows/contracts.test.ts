import { assetFocusMovedExample } from '@marquee/events/schemas/asset-focus-moved.ts';
import { AssetProcessed } from '@marquee/events/schemas/asset-processed.ts';
import { AssetProcessingFailed } from '@marquee/events/schemas/asset-processing-failed.ts';
import { AssetRejected } from '@marquee/events/schemas/asset-rejected.ts';
import { assetRemovedExample } from '@marquee/events/schemas/asset-removed.ts';
import { assetUploadedExample } from '@marquee/events/schemas/asset-uploaded.ts';
import { renditionRetryRequestedExample } from '@marquee/events/schemas/rendition-retry-requested.ts';
import { expect, test } from 'vitest';
import { RecogniseUploadInput } from '../services/ingest/recognise-upload/step.ts';
import { InspectFilmInput } from '../services/media/inspect-film/step.ts';
import { InspectImageInput } from '../services/media/inspect-image/step.ts';
import { MakeRenditionsInput } from '../services/media/make-renditions/step.ts';
import { PublishManifestInput } from '../services/media/publish-manifest/step.ts';
import { TaskTrace } from '../services/shared/task.ts';
import { definition, evaluated, liveAsset, started } from './testing.ts';

/** The variables of an execution that an event has started, as far as the first state sets them. */
const begun = async (detailType: string, detail: object) => {
  const process = await definition('process-asset');
  const states = started(detailType, detail);
  return { states, ...(await evaluated(process.States.ReadEvent.Assign, { states })) };
};

test.each([
  [
    'AnnounceProcessed',
    AssetProcessed,
    {
      contentId: 'c0ffee',
      published: { manifestKey: 'm', state: 'incomplete', renditions: 3, failed: ['frame-320.avif'] },
    },
  ],
  ['AnnounceRejected', AssetRejected, { reason: { code: 'empty-file', message: 'Empty.', remedy: 'Another.' } }],
  ['AnnounceFailed', AssetProcessingFailed, { problem: { Error: 'States.Timeout' } }],
])('%s puts an event that fits its contract exactly', async (state, contract, variables) => {
  const process = await definition('process-asset');
  const bindings = { ...(await begun('AssetUploaded', assetUploadedExample)), ...variables };
  const [entry] = (await evaluated(process.States[state].Arguments, bindings)).Entries;
  expect([entry.Source, entry.DetailType]).toEqual([contract.source, contract.detailType]);
  const detail = contract.strict.parse(entry.Detail);
  expect(detail.metadata).toMatchObject({
    correlationId: assetUploadedExample.metadata.correlationId,
    causationId: assetUploadedExample.metadata.eventId,
  });
  const [again] = (await evaluated(process.States[state].Arguments, bindings)).Entries;
  expect(again).toEqual(entry);
});

test('every task of a workflow hands its step what the step takes', async () => {
  const { States } = await definition('process-asset');
  const variables = {
    ...(await begun('AssetUploaded', assetUploadedExample)),
    key: 'uploads/a/b.jpg',
    etag: 'e',
    asset: { declaredType: { S: 'image/jpeg' }, focalPoint: { M: { x: { N: '10' }, y: { N: '90' } } } },
    content: { contentId: 'c0ffee', contentType: 'image/jpeg' },
    contentId: 'c0ffee',
  };
  const film = { content: { contentId: 'c0ffee', contentType: 'video/webm' } };
  const item = { states: { input: { renditions: ['frame-320.avif'] } } };
  const tasks = [
    [States.Recognise, RecogniseUploadInput, {}],
    [States.Inspect, InspectImageInput, {}],
    [States.InspectFilm, InspectFilmInput, film],
    [States.MakeRenditions.ItemProcessor.States.MakeBatch, MakeRenditionsInput, item],
    [States.PublishManifest, PublishManifestInput, {}],
  ] as const;
  for (const [state, schema, more] of tasks) {
    const { Payload } = await evaluated(state.Arguments, { ...variables, ...more });
    expect(schema.parse(Payload.input)).toEqual(Payload.input);
    expect(TaskTrace.parse(Payload.trace)).toEqual(Payload.trace);
  }
});

test('both workflows read the golden examples of the events that start them', async () => {
  const { States } = await definition('process-asset');
  const uploaded = await begun('AssetUploaded', assetUploadedExample);
  expect((await evaluated(States.ClaimUpload.Arguments, uploaded)).ExpressionAttributeValues).toMatchObject({
    ':claim': { S: 'an-execution' },
    ':sequencer': { S: assetUploadedExample.data.sequencer },
    ':bytes': { N: '1132649' },
  });
  for (const [detailType, example] of [
    ['RenditionRetryRequested', renditionRetryRequestedExample],
    ['AssetFocusMoved', assetFocusMovedExample],
  ] as const)
    expect(await evaluated(States.WhatHappened.Choices[0].Condition, await begun(detailType, example))).toBe(true);
  const retried = await begun('RenditionRetryRequested', renditionRetryRequestedExample);
  const { batches } = await evaluated(States.IsRetry.Choices[0].Assign, { ...retried, seen: liveAsset() });
  expect(batches).toEqual([{ renditions: ['frame-2560.avif'] }]);
  const remove = await definition('remove-asset');
  const states = started('AssetRemoved', assetRemovedExample);
  expect(await evaluated(remove.States.WhatHappened.Assign, { states })).toEqual({
    assetId: assetRemovedExample.data.assetId,
    key: assetRemovedExample.data.key,
    sequencer: assetRemovedExample.data.sequencer,
    claim: 'an-execution',
  });
});

test.each([
  ['image/jpeg', [false, false], false],
  ['video/webm', [true, false], true],
  ['text/vtt', [false, true], true],
])('%s goes its own way', async (contentType, inspecting, unchanged) => {
  const { States } = await definition('process-asset');
  const conditions = States.WhatIsIt.Choices.map(({ Condition }: { Condition: string }) =>
    evaluated(Condition, { content: { contentType } }),
  );
  expect(await Promise.all(conditions)).toEqual(inspecting);
  expect(await evaluated(States.IsPublishedUnchanged.Choices[0].Condition, { content: { contentType } })).toBe(
    unchanged,
  );
});

test('a film is copied below its content, recorded as ready, and again after a retry', async () => {
  const { States } = await definition('process-asset');
  const retry = structuredClone(renditionRetryRequestedExample);
  retry.data.renditions = ['film.webm'];
  const variables = { ...(await begun('RenditionRetryRequested', retry)), key: 'uploads/a/b.webm', etag: 'e' };
  const claimed = await evaluated(States.IsRetry.Choices[0].Assign, { ...variables, seen: liveAsset('video/webm') });
  const { contentId } = retry.data;
  expect(await evaluated(States.PublishUnchanged.Arguments, { ...variables, ...claimed })).toMatchObject({
    Key: `media/${contentId}/film.webm`,
    CopySourceIfMatch: 'e',
    ContentType: 'video/webm',
  });
  expect(await evaluated(States.RecordUnchanged.Arguments, { ...variables, ...claimed })).toMatchObject({
    Key: { pk: { S: `CONTENT#${contentId}` }, sk: { S: 'RENDITION#film.webm' } },
    ExpressionAttributeValues: { ':bytes': { N: '1000' }, ':width': { N: '640' }, ':height': { N: '360' } },
  });
});

test('a content is claimed with what is known of it, its duration too where it has one', async () => {
  const { States } = await definition('process-asset');
  const variables = {
    ...(await begun('AssetUploaded', assetUploadedExample)),
    asset: { focalPoint: { M: { x: { N: '50' }, y: { N: '50' } } } },
    content: { contentId: 'c0ffee', contentHash: 'c0ffee', contentType: 'text/vtt', bytes: 9 },
    contentId: 'c0ffee',
  };
  const captions = await evaluated(States.WhatIsIt.Choices[1].Assign, variables);
  const values = async (inspected: object) => {
    const { TransactItems } = await evaluated(States.ClaimContent.Arguments, { ...variables, inspected });
    return TransactItems[1].Update.ExpressionAttributeValues;
  };
  expect(await values(captions.inspected)).toMatchObject({
    ':duration': { NULL: true },
    ':thumbhash': { S: '' },
    ':colours': { L: [] },
    ':renditions': { L: [{ S: 'captions.vtt' }] },
  });
  expect(await values({ ...captions.inspected, duration: 7.8 })).toMatchObject({ ':duration': { N: '7.8' } });
});
