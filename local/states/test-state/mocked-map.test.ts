import { describe, expect, it } from 'vitest';
import { createWorld } from '../testing.ts';

const processor = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'Each',
  States: { Each: { Type: 'Pass', End: true } },
};

type Answer = { status: string; output?: string; error?: string; inspectionData: Record<string, unknown> };

const test = (map: object, more: Record<string, unknown>): Promise<Answer> => {
  const definition = JSON.stringify({ Type: 'Map', ItemProcessor: processor, End: true, ...map });
  return createWorld().api<Answer>('TestState', { definition, inspectionLevel: 'DEBUG', ...more });
};

describe('a Map state under test', () => {
  it('tells what its iterations would get', async () => {
    const map = {
      ItemsPath: '$.list',
      ItemSelector: { 'n.$': '$$.Map.Item.Value', 'at.$': '$$.Map.Item.Index' },
      ItemBatcher: { MaxItemsPerBatch: 2 },
      MaxConcurrency: 4,
      ResultPath: '$.done',
    };
    const { output, inspectionData } = await test(map, { input: '{"list":[7,8,9]}', mock: { result: '["a","b"]' } });
    expect(JSON.parse(output ?? '')).toEqual({ list: [7, 8, 9], done: ['a', 'b'] });
    const items = [
      { n: 7, at: 0 },
      { n: 8, at: 1 },
      { n: 9, at: 2 },
    ];
    expect(JSON.parse(String(inspectionData.afterItemsPath))).toEqual([7, 8, 9]);
    expect(JSON.parse(String(inspectionData.afterItemSelector))).toEqual(items);
    expect(JSON.parse(String(inspectionData.afterItemBatcher))).toEqual([
      { Items: items.slice(0, 2) },
      { Items: items.slice(2) },
    ]);
    expect(inspectionData.maxConcurrency).toBe(4);
  });

  const reader = (config: object): object => ({
    QueryLanguage: 'JSONata',
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: config,
      Arguments: { Bucket: 'b', Key: '{% $states.input.key %}' },
    },
    ItemSelector: '{% $states.context.Map.Item.Value %}',
  });
  const readItems = async (config: object, mapItemReaderData: string) => {
    const more = { input: '{"key":"k"}', mock: { result: '[]' }, stateConfiguration: { mapItemReaderData } };
    const { inspectionData } = await test(reader(config), more);
    return JSON.parse(String(inspectionData.afterItemSelector)) as unknown;
  };

  it('reads its items from the data that the test gives', async () => {
    expect(await readItems({ InputType: 'JSON' }, '[1,2]')).toEqual([1, 2]);
    expect(await readItems({ InputType: 'JSON', ItemsPointer: '/a' }, '{"a":[3]}')).toEqual([3]);
    expect(await readItems({ InputType: 'JSONL', MaxItems: 1 }, '{"x":1}\n{"x":2}')).toEqual([{ x: 1 }]);
    const csv = { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' };
    expect(await readItems(csv, 'a,b\n1,2\n')).toEqual([{ a: '1', b: '2' }]);
  });

  it('wants the data of its reader', async () => {
    const more = { input: '{"key":"k"}', mock: { result: '[]' } };
    await expect(test(reader({ InputType: 'JSON' }), more)).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'ItemReader data must be specified when testing a Map state with ItemReader specified.',
    });
  });

  it.each([
    [{ ToleratedFailureCount: 1 }, 1, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 1 }, 2, 'FAILED'],
    [{ ToleratedFailurePercentage: 50 }, 2, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 50 }, 3, 'FAILED'],
    [{}, 3, 'SUCCEEDED'],
  ])('with %j and %i of four iterations failed has %s', async (tolerance, mapIterationFailureCount, status) => {
    const more = { input: '[1,2,3,4]', mock: { result: '[]' }, stateConfiguration: { mapIterationFailureCount } };
    const answer = await test(tolerance, more);
    expect(answer.status).toBe(status);
    if (status === 'FAILED') expect(answer.error).toBe('States.ExceedToleratedFailureThreshold');
  });

  it('cannot have more failures than iterations', async () => {
    const more = { input: '[1]', mock: { result: '[]' }, stateConfiguration: { mapIterationFailureCount: 2 } };
    await expect(test({}, more)).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('is mocked with an object where it writes its results to S3', async () => {
    const ResultWriter = { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b' } };
    const mock = { result: '{"MapRunArn":"m"}' };
    expect((await test({ ResultWriter }, { input: '[]', mock })).output).toBe(mock.result);
    await expect(test({ ResultWriter }, { input: '[]', mock: { result: '[]' } })).rejects.toMatchObject({
      message: 'Mocked result must be a JSON object.',
    });
  });

  it('can fail because of one of its own states only', async () => {
    const mock = { errorOutput: { error: 'Broken' } };
    const caused = (errorCausedByState: string) =>
      test({}, { input: '[1]', mock, stateConfiguration: { errorCausedByState } });
    expect(await caused('Each')).toMatchObject({ status: 'FAILED', error: 'Broken' });
    await expect(caused('Nobody')).rejects.toMatchObject({ code: 'ValidationException' });
  });
});
