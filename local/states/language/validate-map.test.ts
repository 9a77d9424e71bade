import { describe, expect, it } from 'vitest';
import { distributed } from '../map-runs/testing.ts';
import { chain, createWorld } from '../testing.ts';

const pass = { Pass: { Type: 'Pass' } };
const refusal = async (definition: object, more: Record<string, unknown> = {}): Promise<string> => {
  const refused = await createWorld()
    .create(definition, more)
    .then(
      () => new Error('accepted'),
      (error: Error) => error,
    );
  return refused.message;
};
const reader = (config: object, action = 'getObject', more: object = { Arguments: { Bucket: 'b' } }) =>
  distributed(pass, {
    ItemReader: { Resource: `arn:aws:states:::s3:${action}`, ReaderConfig: config, ...more },
  });

describe('a Distributed Map', () => {
  it.each([
    [
      'says what its children are',
      chain({ Each: { Type: 'Map', ItemProcessor: { ...chain(pass), ProcessorConfig: { Mode: 'DISTRIBUTED' } } } }),
      'These fields are required: [ExecutionType]',
    ],
    ['has children of a known type', distributed(pass, {}, 'FAST'), "'ExecutionType' should have one of these values"],
    ['reads a type of object that is named', reader({}), 'These fields are required: [InputType]'],
    [
      'reads no Parquet',
      reader({ InputType: 'PARQUET' }),
      'Parquet cannot be read by this runtime; use CSV, JSON or JSONL',
    ],
    ['knows where the headers are', reader({ InputType: 'CSV' }), 'These fields are required: [CSVHeaderLocation]'],
    [
      'has the headers that it says are given',
      reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }),
      'These fields are required: [CSVHeaders]',
    ],
    ['reads what an action gives', reader({}, 'headObject'), 'cannot read items'],
    ['says where it reads', reader({ InputType: 'JSON' }, 'getObject', {}), '[Parameters or Arguments]'],
    ['may list objects without a type', reader({}, 'listObjectsV2'), 'accepted'],
    [
      'loads what it lists by its type',
      reader({ Transformation: 'LOAD_AND_FLATTEN' }, 'listObjectsV2'),
      'These fields are required: [InputType]',
    ],
    ['limits its batches', distributed(pass, { ItemBatcher: {} }), '[MaxItemsPerBatch or MaxInputBytesPerBatch]'],
    ['writes somewhere or somehow', distributed(pass, { ResultWriter: {} }), '[Resource or WriterConfig]'],
    [
      'writes objects',
      distributed(pass, { ResultWriter: { Resource: 'arn:aws:states:::s3:getObject', Arguments: {} } }),
      'cannot write results',
    ],
    ['has a short label', distributed(pass, { Label: 'l'.repeat(41) }), 'Label must have 1 to 40 characters'],
    ['has a plain label', distributed(pass, { Label: 'a b' }), 'Label must not contain white space'],
  ])('%s', async (_, definition, message) => {
    expect(await refusal(definition)).toContain(message);
  });

  it('has no place in an Express workflow, nor in an Express child', async () => {
    const message = 'Express state machine does not support Distributed Map';
    expect(await refusal(distributed(pass), { type: 'EXPRESS' })).toContain(message);
    const inner = distributed(pass).States as Record<string, Record<string, unknown>>;
    expect(await refusal(distributed(inner, {}, 'EXPRESS'))).toContain(message);
  });

  it('alone reads, batches and writes', async () => {
    const inline = chain({ Each: { Type: 'Map', ItemProcessor: chain(pass), ItemBatcher: { MaxItemsPerBatch: 1 } } });
    expect(await refusal(inline)).toContain("Field 'ItemBatcher' is only supported by a Map state in DISTRIBUTED mode");
  });

  it('has paths that lead somewhere', async () => {
    const definition = {
      ...distributed(pass, { ItemBatcher: { MaxItemsPerBatchPath: 'most' } }),
      QueryLanguage: 'JSONPath',
    };
    expect(await refusal(definition)).toContain(
      'Value must be a valid JSONPath. at /States/Each/ItemBatcher/MaxItemsPerBatchPath',
    );
  });
});
