import { describe, expect, it } from 'vitest';
import { AwsError } from '../../aws/error.ts';
import { type Call, createWorld, echo, functionError, type Handler, invoke } from '../testing.ts';
import { type Bucket, distributed, mapRunOf, withBucket } from './testing.ts';

const work = { Work: invoke() };
const pass = { Pass: { Type: 'Pass' } };
const reader = (more: object = {}) => ({
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    Arguments: { Bucket: 'in', Key: '{% $states.input.key %}' },
    ReaderConfig: { InputType: 'JSON', ...more },
  },
});
const writer = (more: object = {}) => ({
  ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'out', Prefix: 'results' }, ...more },
});
const itemOf = ({ input }: Call): unknown => JSON.parse(String(input.Payload));
const failOn =
  (item: number): Handler =>
  (call) =>
    itemOf(call) === item ? functionError('Broken') : echo(call);
const parsed = (bucket: Bucket, key: unknown) => JSON.parse(String(bucket.get(String(key))));

describe('items from S3', () => {
  it('are read once, and their number is not known when the state starts', async () => {
    const world = createWorld({ handler: withBucket(new Map([['list', '["a","b","c"]']])) });
    const { result, events } = await world.run(distributed(pass, reader({ MaxItems: '{% 1 + 1 %}' })), { key: 'list' });
    expect(result).toEqual(['a', 'b']);
    expect(events[2]).toMatchObject({ mapStateStartedEventDetails: { length: 0 } });
    expect(world.calls).toMatchObject([
      { service: 's3', operation: 'GetObject', input: { Bucket: 'in', Key: 'list' } },
    ]);
  });

  it('fail the map run where they cannot be read', async () => {
    const world = createWorld({ handler: withBucket(new Map([['list', '{}']])) });
    const { error, types, executionArn } = await world.run(distributed(pass, reader()), { key: 'list' });
    expect([error, ...types.slice(-3)]).toEqual([
      'States.ItemReaderFailed',
      'MapRunFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
    expect(await (await mapRunOf(world, executionArn)).describe()).toMatchObject({ status: 'FAILED' });
  });

  it('are read again where the execution is redriven', async () => {
    const bucket: Bucket = new Map([['list', '{}']]);
    const world = createWorld({ handler: withBucket(bucket) });
    const { executionArn } = await world.run(distributed(pass, reader()), { key: 'list' });
    bucket.set('list', '[1]');
    await world.api('RedriveExecution', { executionArn });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1]' });
  });
});

describe('a ResultWriter', () => {
  it('exports results with their executions, by how those ended', async () => {
    const bucket: Bucket = new Map();
    const world = createWorld({ handler: withBucket(bucket, failOn(2)) });
    const definition = distributed(work, { ...writer(), ToleratedFailureCount: 1, Label: 'L' });
    const { result, executionArn } = await world.run(definition, [1, 2]);
    const { mapRunArn, describe: counts } = await mapRunOf(world, executionArn);
    const folder = `results/${mapRunArn.split(':').at(-1)}`;
    expect(result).toEqual({
      MapRunArn: mapRunArn,
      ResultWriterDetails: { Bucket: 'out', Key: `${folder}/manifest.json` },
    });
    const size = (name: string) => Buffer.byteLength(String(bucket.get(`${folder}/${name}`)));
    expect(parsed(bucket, `${folder}/manifest.json`)).toEqual({
      DestinationBucket: 'out',
      MapRunArn: mapRunArn,
      ResultFiles: {
        FAILED: [{ Key: `${folder}/FAILED_0.json`, Size: size('FAILED_0.json') }],
        PENDING: [],
        SUCCEEDED: [{ Key: `${folder}/SUCCEEDED_0.json`, Size: size('SUCCEEDED_0.json') }],
      },
    });
    const [succeeded] = parsed(bucket, `${folder}/SUCCEEDED_0.json`);
    const { executionArn: child } = (await (await mapRunOf(world, executionArn)).children()).at(-1) ?? {};
    expect(succeeded).toEqual({
      ExecutionArn: child,
      Input: '1',
      InputDetails: { Included: true },
      Name: child?.split(':').at(-1),
      Output: '1',
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: 'NOT_REDRIVABLE',
      RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
      StartDate: '2026-01-01T00:00:00.000Z',
      StateMachineArn: expect.stringMatching(/:stateMachine:machine\/L$/),
      Status: 'SUCCEEDED',
      StopDate: '2026-01-01T00:00:00.000Z',
    });
    expect(parsed(bucket, `${folder}/FAILED_0.json`)).toMatchObject([
      { Error: 'Broken', Status: 'FAILED', Input: '2' },
    ]);
    expect(await counts()).toMatchObject({ itemCounts: { resultsWritten: 2 } });
  });

  it('exports plain outputs, flattened, one a line', async () => {
    const bucket: Bucket = new Map();
    const world = createWorld({ handler: withBucket(bucket) });
    const config = { WriterConfig: { OutputType: 'JSONL', Transformation: 'FLATTEN' } };
    await world.run(distributed(pass, writer(config)), [[1, 2], 3]);
    const [key] = [...bucket.keys()].filter((name) => name.endsWith('/SUCCEEDED_0.jsonl'));
    expect(bucket.get(key ?? '')).toBe('1\n2\n3\n');
  });

  it('writes a result on one line however it was written', async () => {
    const handler: Handler = () => ({ StatusCode: 200, Payload: '{\n  "a": 1\n}' });
    const lines = { ResultWriter: { WriterConfig: { OutputType: 'JSONL' } } };
    const { result } = await createWorld({ handler }).run(distributed(work, lines), [1]);
    expect(result).toBe('{"a":1}\n');
  });

  it('without a bucket shapes the output of the state', async () => {
    const shaped = async (WriterConfig: object) =>
      (await createWorld().run(distributed(pass, { ResultWriter: { WriterConfig } }), [[1], [2]])).result;
    expect(await shaped({ Transformation: 'COMPACT' })).toEqual([[1], [2]]);
    expect(await shaped({ Transformation: 'FLATTEN' })).toEqual([1, 2]);
    expect(await shaped({ OutputType: 'JSONL' })).toBe('[1]\n[2]\n');
    expect(await shaped({ Transformation: 'NONE' })).toMatchObject([{ Output: '[1]' }, { Output: '[2]' }]);
  });

  it('exports what failed and what never began where the map run fails', async () => {
    const bucket: Bucket = new Map();
    const world = createWorld({ handler: withBucket(bucket, failOn(1)) });
    const { error } = await world.run(distributed(work, { ...writer(), MaxConcurrency: 1 }), [1, 2]);
    expect(error).toBe('States.ExceedToleratedFailureThreshold');
    const [key] = [...bucket.keys()].filter((name) => name.endsWith('/PENDING_0.json'));
    expect(parsed(bucket, key)).toEqual([{ Input: '2', InputDetails: { Included: true }, Status: 'PENDING' }]);
  });

  it('fails the map run before any child begins where the bucket cannot be written', async () => {
    const handler: Handler = () => {
      throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
    };
    const world = createWorld({ handler });
    const { error, cause, types } = await world.run(distributed(work, writer()), ['a']);
    expect([error, types.at(-3)]).toEqual(['States.ResultWriterFailed', 'MapRunFailed']);
    expect(cause).toContain('The specified bucket does not exist (Service: Amazon S3;');
    expect(world.calls).toHaveLength(1);
  });
});

describe('a redriven map run', () => {
  it.each(['STANDARD', 'EXPRESS'])('runs %s children again that did not succeed, and no others', async (type) => {
    let broken = true;
    const handler: Handler = (call) => (broken && itemOf(call) !== 1 ? functionError('Broken') : echo(call));
    const world = createWorld({ handler });
    const { executionArn, events } = await world.run(distributed(work, { MaxConcurrency: 1 }, type), [1, 2, 3]);
    expect(world.calls).toHaveLength(2);
    broken = false;
    await world.api('RedriveExecution', { executionArn });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3]' });
    expect(world.calls.map(itemOf)).toEqual([1, 2, 2, 3]);
    const mapRun = await mapRunOf(world, executionArn);
    const after = (await world.history(executionArn)).slice(events.length);
    expect(after.map((event) => event.type)).toEqual([
      'ExecutionRedriven',
      'MapRunRedriven',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
    expect(after[1]).toMatchObject({ mapRunRedrivenEventDetails: { mapRunArn: mapRun.mapRunArn, redriveCount: 1 } });
    expect(mapRun.count).toBe(1);
    expect(await mapRun.describe()).toMatchObject({ redriveCount: 1, itemCounts: { succeeded: 3, total: 3 } });
  });

  it('that fails again leaves what it did not come to as it was', async () => {
    const world = createWorld();
    const body = { Wait: { Type: 'Wait', Seconds: 60 }, Fail: { Type: 'Fail', Error: 'Broken' } };
    const definition = distributed(body, { MaxConcurrency: 1, ToleratedFailureCount: 1 }, 'EXPRESS');
    const { executionArn } = await world.run(definition, [1, 2, 3]);
    const { mapRunArn, describe: counts } = await mapRunOf(world, executionArn);
    expect(await counts()).toMatchObject({ itemCounts: { failed: 2, pending: 1 } });
    await world.api('RedriveExecution', { executionArn });
    await world.clock.advance(1000);
    expect(await counts()).toMatchObject({ itemCounts: { running: 1, pendingRedrive: 1, pending: 1 } });
    await world.api('UpdateMapRun', { mapRunArn, toleratedFailureCount: 0 });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'FAILED' });
    expect(await counts()).toMatchObject({ itemCounts: { failed: 2, pending: 1, pendingRedrive: 0 } });
  });

  it('takes up children that were stopped', async () => {
    const world = createWorld();
    const wait = { Wait: { Type: 'Wait', Seconds: 60 } };
    const executionArn = await world.start(await world.create(distributed(wait)), [1, 2]);
    await world.clock.advance(1000);
    await world.api('StopExecution', { executionArn });
    await world.clock.advance(0);
    await world.api('RedriveExecution', { executionArn });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2]' });
  });

  it('is the only way to redrive a child', async () => {
    const world = createWorld({ handler: failOn(1) });
    const { executionArn: parent } = await world.run(distributed(work), [1]);
    const [child] = await (await mapRunOf(world, parent)).children();
    const { executionArn = '' } = child ?? {};
    expect(await world.describe(executionArn)).toMatchObject({ redriveStatus: 'REDRIVABLE_BY_MAP_RUN' });
    await expect(world.api('RedriveExecution', { executionArn })).rejects.toMatchObject({
      code: 'ExecutionNotRedrivable',
    });
  });
});

describe('UpdateMapRun', () => {
  it('changes how many items may fail while the map run is under way', async () => {
    const wait = { Wait: { Type: 'Wait', Seconds: 60 }, Fail: { Type: 'Fail', Error: 'Broken' } };
    const world = createWorld();
    const execution = await world.start(await world.create(distributed(wait)), [1, 2]);
    await world.clock.advance(1000);
    const { mapRunArn } = await mapRunOf(world, execution);
    await world.api('UpdateMapRun', { mapRunArn, toleratedFailurePercentage: 100 });
    expect(await world.finish(execution)).toMatchObject({ status: 'SUCCEEDED' });
    await expect(world.api('UpdateMapRun', { mapRunArn, maxConcurrency: 1 })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  it('refuses what is out of range, and map runs that do not exist', async () => {
    const world = createWorld();
    const mapRunArn = 'arn:aws:states:us-east-1:000000000000:mapRun:machine/label:none';
    const percentage = { mapRunArn, toleratedFailurePercentage: 101 };
    await expect(world.api('UpdateMapRun', percentage)).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(world.api('UpdateMapRun', { mapRunArn })).rejects.toMatchObject({ code: 'ResourceNotFound' });
    await expect(world.api('DescribeMapRun', { mapRunArn: 'x' })).rejects.toMatchObject({ code: 'InvalidArn' });
  });
});
