import type { Contract } from '@marquee/events/event.ts';
import { ContentPublished } from '@marquee/events/schemas/content-published.ts';
import { ContentUnpublished } from '@marquee/events/schemas/content-unpublished.ts';
import { previewRequestedExample } from '@marquee/events/schemas/preview-requested.ts';
import { PublicationFailed } from '@marquee/events/schemas/publication-failed.ts';
import { publishRequestedExample } from '@marquee/events/schemas/publish-requested.ts';
import { rebuildRequestedExample } from '@marquee/events/schemas/rebuild-requested.ts';
import { refreshRequestedExample } from '@marquee/events/schemas/refresh-requested.ts';
import { SiteRebuilt } from '@marquee/events/schemas/site-rebuilt.ts';
import { unpublishRequestedExample } from '@marquee/events/schemas/unpublish-requested.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { BuildSiteInput } from '../services/content/build-site/step.ts';
import { PlanPublicationInput } from '../services/content/plan-publication/step.ts';
import { createPlanRebuild, PlanRebuildInput } from '../services/content/plan-rebuild/step.ts';
import { RecordFailureInput } from '../services/content/record-failure/step.ts';
import { RecordPublicationInput } from '../services/content/record-publication/step.ts';
import { RenderPagesInput } from '../services/content/render-pages/step.ts';
import { RenderPreviewInput } from '../services/content/render-preview/step.ts';
import { SwitchLiveInput } from '../services/content/switch-live/step.ts';
import { news } from '../services/content/testing/fixtures.ts';
import { type Newsroom, newsroom } from '../services/content/testing/newsroom.ts';
import { TaskTrace } from '../services/shared/task.ts';
import { definition, evaluated, type Json, started } from './testing.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  await room.create('news', 'one', news('One'));
});

/** An execution of a workflow that goes from task to task with the real steps. */
const execution = async (name: string, example: { metadata: object; data: object }, publicationId: string) => {
  const { States } = await definition(name);
  const states: Json = started('AnEvent', { ...example, data: { ...example.data, publicationId } });
  const variables: Json = { states, ...(await evaluated(States.ReadRequest.Assign, { states })) };
  const steps: Record<string, [{ parse: (input: unknown) => Json }, (input: Json) => Promise<unknown>]> = {
    PlanPublication: [PlanPublicationInput, room.steps.plan],
    PlanRebuild: [PlanRebuildInput, createPlanRebuild(room.publishing)],
    RenderPages: [RenderPagesInput, room.steps.render],
    BuildSite: [BuildSiteInput, room.steps.build],
    SwitchLive: [SwitchLiveInput, room.steps.switchLive],
    RecordPublication: [RecordPublicationInput, room.steps.record],
    RecordFailure: [RecordFailureInput, room.steps.fail],
  };
  /** Runs a task with its step; takes over what it assigns. */
  const run = async (state: Json, more: object = {}): Promise<Json> => {
    const { FunctionName, Payload } = await evaluated(state.Arguments, { ...variables, ...more });
    const [schema, step] = steps[FunctionName.replace(/[${}]/g, '')] ?? [];
    expect(schema?.parse(Payload.input), FunctionName).toEqual(Payload.input);
    expect(TaskTrace.parse(Payload.trace)).toMatchObject(variables.trace);
    const result = { Payload: JSON.parse(JSON.stringify(await step?.(Payload.input))) };
    Object.assign(variables, await evaluated(state.Assign ?? {}, { ...variables, states: { result } }));
    return result.Payload;
  };
  /** The event that a state puts on the bus, which has to fit its contract. */
  const announced = async (state: string, contract: Contract): Promise<Json> => {
    const { Entries } = await evaluated(States[state].Arguments, variables);
    expect(await evaluated(States[state].Arguments, variables)).toEqual({ Entries });
    const [{ Source, DetailType, Detail }] = Entries;
    expect([Source, DetailType]).toEqual([contract.source, contract.detailType]);
    const detail: Json = contract.strict.parse(Detail);
    expect(detail.metadata).toMatchObject(variables.trace);
    return detail.data;
  };
  return { States, variables, run, announced };
};

/** From the request to the record of it, with the tasks that a publication has. */
const publish = async ({ States, variables, run }: Awaited<ReturnType<typeof execution>>): Promise<void> => {
  await run(States.Plan);
  const { RenderBatch } = States.RenderPages.ItemProcessor.States;
  for (const input of await evaluated(States.RenderPages.Items, variables))
    await run(RenderBatch, { states: { input } });
  const { Item } = await evaluated(States.Stage.Arguments, variables);
  await room.stage({ publicationId: Item.publicationId.S, planKey: Item.planKey.S });
  expect([...room.staged.keys()]).toEqual([Item.sk.S]);
  const built = await run(States.BuildSite);
  expect(await evaluated(States.WhatIsBuilt.Choices[0].Condition, { states: { input: built } })).toBe(true);
  const input = await run(States.SwitchLive);
  expect(await evaluated(States.IsIncluded.Choices[0].Condition, { states: { input } })).toBe(true);
  await run(States.Record);
};

test('a publication goes from step to step and says at last what is public', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  const started = await execution('publish-content', publishRequestedExample, publicationId);
  await publish(started);
  expect(await started.announced('AnnouncePublished', ContentPublished)).toEqual({
    publicationId,
    siteVersion: 1,
    items: [{ itemId: 'one', version: 1 }],
    paths: ['/news/one/'],
    lateSeconds: 0,
  });
});

test('a refresh is carried out in the same way, and nothing is announced', async () => {
  await room.publish('one');
  const publicationId = await room.requestRefreshOf();
  const started = await execution('publish-content', refreshRequestedExample, publicationId);
  await publish(started);
  const { Condition } = started.States.WasAnythingAskedFor.Choices[0];
  expect(await evaluated(Condition, started.variables)).toBe(false);
});

test('what is taken back goes the same way, and its files out of the caches', async () => {
  await room.publish('one');
  const { publicationId } = await room.request('unpublish', ['one']);
  const started = await execution('unpublish-content', unpublishRequestedExample, publicationId);
  await publish(started);
  expect(await started.announced('AnnounceUnpublished', ContentUnpublished)).toEqual({
    publicationId,
    siteVersion: 2,
    items: [{ itemId: 'one', version: 1 }],
  });
  const states = { input: { outcome: 'live', purge: ['/pages/one', '/media/two/*'] } };
  const { InvalidateCdn } = started.States;
  expect((await evaluated(InvalidateCdn.Arguments, { ...started.variables, states })).InvalidationBatch).toEqual({
    CallerReference: `${publicationId}-2`,
    Paths: { Quantity: 2, Items: ['/pages/one', '/media/two/*'] },
  });
});

test('a rebuild renders batch by batch from its list, and says at last that it is done', async () => {
  await room.publish('one');
  const publicationId = room.newId();
  const more = { requestedBy: 'ada', requestedAt: '2026-03-01T09:00:00.000Z', correlationId: 'c', causationId: 'r' };
  await room.write([], { publicationId, kind: 'rebuild', items: [], state: 'waiting', ...more });
  const started = await execution('rebuild-site', rebuildRequestedExample, publicationId);
  const { States, variables, run } = started;
  await run(States.Plan);
  const { Key } = await evaluated(States.RenderEverything.ItemReader.Arguments, variables);
  const { ItemSelector, ItemProcessor } = States.RenderEverything;
  for (const Value of await room.readJson<object[]>(Key)) {
    const states = { context: { Map: { Item: { Value } } } };
    const input = await evaluated(ItemSelector, { ...variables, states });
    await run(ItemProcessor.States.RenderBatch, { trace: undefined, planKey: undefined, states: { input } });
  }
  await room.stage({ publicationId, planKey: variables.planKey });
  for (const state of ['BuildSite', 'SwitchLive', 'Record']) await run(States[state]);
  expect(await started.announced('AnnounceRebuilt', SiteRebuilt)).toEqual({ publicationId, siteVersion: 2 });
});

describe.each([
  ['publish-content', publishRequestedExample],
  ['unpublish-content', unpublishRequestedExample],
  ['rebuild-site', rebuildRequestedExample],
])('%s', (name, example) => {
  const begin = async () => execution(name, example, (await room.request('publish', ['one'])).publicationId);

  test('reads the golden example of the event that starts it, and claims its publication', async () => {
    const { States } = await definition(name);
    const states = started('AnEvent', example);
    const variables = { states, ...(await evaluated(States.ReadRequest.Assign, { states })) };
    expect(variables.trace).toEqual({
      correlationId: example.metadata.correlationId,
      causationId: example.metadata.eventId,
    });
    const claim = await evaluated(States.Claim.Arguments, variables);
    expect(claim.Key).toEqual({ pk: { S: `PUBLICATION#${example.data.publicationId}` }, sk: { S: 'PUBLICATION' } });
    expect(claim.ExpressionAttributeValues).toEqual({ ':claim': { S: 'an-execution' }, ':waiting': { S: 'waiting' } });
  });

  test('tells whoever asked what went wrong inside', async () => {
    const { States, variables, run, announced } = await begin();
    variables.problem = { Error: 'States.Timeout', Cause: 'too slow' };
    await run(States.RecordFailure);
    const { problems } = await announced('AnnounceFailure', PublicationFailed);
    expect(problems).toMatchObject([{ itemId: 'one', field: '', message: expect.stringContaining('States.Timeout') }]);
    expect(await evaluated(States.Failed.Cause, variables)).toContain('States.Timeout: too slow');
  });
});

test.each(['publish-content', 'unpublish-content'])('%s tells what keeps the content back', async (name) => {
  const { publicationId } = await room.request('publish', ['one']);
  const { States, variables, run, announced } = await execution(name, publishRequestedExample, publicationId);
  const one = { itemId: 'one', name: 'One', field: 'body', message: 'It has no body.', remedy: 'Fill it in.' };
  for (const problems of [[one], [one, { ...one, field: 'summary' }]]) {
    variables.problems = problems;
    expect(await evaluated(States.IsFitToPublish.Choices[0].Condition, variables)).toBe(true);
    await run(States.RecordFailure);
    expect((await announced('AnnounceFailure', PublicationFailed)).problems).toEqual(problems);
  }
});

test('a preview hands its step what the golden example says', async () => {
  const { States } = await definition('preview-content');
  const states = started('PreviewRequested', previewRequestedExample);
  const { Payload } = await evaluated(States.RenderPreview.Arguments, { states });
  expect(RenderPreviewInput.parse(Payload.input)).toEqual(previewRequestedExample.data);
  expect(TaskTrace.parse(Payload.trace).causationId).toBe(previewRequestedExample.metadata.eventId);
});
