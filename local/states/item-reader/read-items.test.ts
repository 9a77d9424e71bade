import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AwsError } from '../../aws/error.ts';
import type { ReaderConfig } from '../language/definition.ts';
import type { Json } from '../language/json.ts';
import { csvRows } from './csv.ts';
import type { S3 } from './objects.ts';
import { readItems } from './read-items.ts';

type Objects = Record<string, string | Buffer>;

/** A bucket; listings give one object a page. */
const s3Of =
  (objects: Objects): S3 =>
  async (operation, { Key, Prefix = '', ContinuationToken }) => {
    if (operation === 'GetObject') {
      const Body = objects[String(Key)];
      if (Body === undefined) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
      return { Body };
    }
    const keys = Object.keys(objects).filter((key) => key.startsWith(String(Prefix)));
    const at = Number(ContinuationToken ?? 0);
    const key = keys[at] ?? '';
    const entry = {
      Key: key,
      ETag: '"e"',
      Size: (objects[key] ?? '').length,
      LastModified: new Date(1_700_000_000_500),
    };
    return { Contents: [entry], IsTruncated: at + 1 < keys.length, NextContinuationToken: `${at + 1}` };
  };

const read = async (objects: Objects, ReaderConfig: ReaderConfig, request: object = { Bucket: 'b', Key: 'data' }) => {
  const Resource = `arn:aws:states:::s3:${'Key' in request ? 'getObject' : 'listObjectsV2'}`;
  const items: Json[] = [];
  for await (const item of readItems({ Resource, ReaderConfig }, request as never, s3Of(objects))) items.push(item);
  return items;
};
const csv = (text: string, more: ReaderConfig = {}) =>
  read({ data: text }, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', ...more });

describe('items of a CSV object', () => {
  it('are named by the first row', async () => {
    expect(await csv('a,b\n1,2\n3,4')).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });

  it('are named by the headers given, and a first row is then an item', async () => {
    expect(await csv('1,2', { CSVHeaderLocation: 'GIVEN', CSVHeaders: ['x', 'y'] })).toEqual([{ x: '1', y: '2' }]);
  });

  it('have empty strings for what is missing, and nothing for what is too much', async () => {
    expect(await csv('a,b\r\n1\r\n\r\n1,2,3\r\n ,\r\n')).toEqual([
      { a: '1', b: '' },
      { a: '1', b: '2' },
      { a: ' ', b: '' },
    ]);
  });

  it('may hold delimiters, quotes and line breaks in quotes', async () => {
    expect(await csv('a;b\n"1;""2""";"x\ny"', { CSVDelimiter: 'SEMICOLON' })).toEqual([{ a: '1;"2"', b: 'x\ny' }]);
  });

  it('keep a row whose only field is empty in quotes', () => {
    expect([...csvRows('""\n\nx')]).toEqual([[''], ['x']]);
  });

  it('cannot have two columns of one name', async () => {
    await expect(csv('a,a\n1,2')).rejects.toMatchObject({
      error: 'States.ItemReaderFailed',
      reason: 'CSV headers cannot contain duplicates.',
    });
  });

  it('do not take a byte order mark for a part of a name', async () => {
    expect(await csv('\uFEFFa\n1')).toEqual([{ a: '1' }]);
  });
});

describe('items of a JSON object', () => {
  it('are those of its array, or of the array that a pointer leads to', async () => {
    expect(await read({ data: '[1,{"a":2}]' }, { InputType: 'JSON' })).toEqual([1, { a: 2 }]);
    const data = '{"a/b":[{"c":[1,2]}]}';
    expect(await read({ data }, { InputType: 'JSON', ItemsPointer: '/a~1b/0/c' })).toEqual([1, 2]);
  });

  it('are none of anything else', async () => {
    const reason = 'Attempting to map over non-iterable node.';
    await expect(read({ data: '{"a":1}' }, { InputType: 'JSON' })).rejects.toMatchObject({ reason });
    await expect(read({ data: '[1' }, { InputType: 'JSON' })).rejects.toThrow('not valid JSON');
  });

  it('may stand one a line', async () => {
    expect(await read({ data: '1\n\n{"a":2}\r\n' }, { InputType: 'JSONL' })).toEqual([1, { a: 2 }]);
  });
});

describe('objects', () => {
  it.each([
    ['.gz', gzipSync],
    ['.zst', zstdCompressSync],
  ])('that end in %s are unpacked', async (suffix, pack) => {
    const key = `data${suffix}`;
    expect(await read({ [key]: pack('[1]') }, { InputType: 'JSON' }, { Bucket: 'b', Key: key })).toEqual([1]);
  });

  it('that are not packed as their name says fail the reader', async () => {
    const request = { Bucket: 'b', Key: 'x.gz' };
    await expect(read({ 'x.gz': '[1]' }, { InputType: 'JSON' }, request)).rejects.toMatchObject({
      error: 'States.ItemReaderFailed',
    });
  });

  it('that do not exist fail the reader with what S3 says', async () => {
    await expect(read({}, { InputType: 'JSON' })).rejects.toMatchObject({
      error: 'States.ItemReaderFailed',
      reason: expect.stringMatching(/^The specified key does not exist\. \(Service: Amazon S3; Status Code: 404; /),
    });
  });

  it('that are listed are items themselves, over all pages', async () => {
    const items = await read({ 'in/a': '1', 'in/b': '22', 'out/c': '' }, {}, { Bucket: 'b', Prefix: 'in/' });
    expect(items).toEqual([
      { Etag: '"e"', Key: 'in/a', LastModified: 1_700_000_000, Size: 1, StorageClass: 'STANDARD' },
      { Etag: '"e"', Key: 'in/b', LastModified: 1_700_000_000, Size: 2, StorageClass: 'STANDARD' },
    ]);
  });

  it('that are listed can be loaded, and their items flattened', async () => {
    const config: ReaderConfig = { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' };
    expect(await read({ 'a/': '', 'a/1': '[1,2]', 'a/2': '[3]' }, config, { Bucket: 'b' })).toEqual([1, 2, 3]);
  });
});

describe('a manifest', () => {
  it("of an S3 inventory gives the rows of its files by the inventory's columns", async () => {
    const manifest = {
      fileFormat: 'CSV',
      fileSchema: 'Bucket, Key, Size',
      destinationBucket: 'arn:aws:s3:::b',
      files: [{ key: 'part.csv.gz', size: 1 }],
    };
    const objects = { data: JSON.stringify(manifest), 'part.csv.gz': gzipSync('"b","x","1"\n"b","y","2"\n') };
    expect(await read(objects, { InputType: 'MANIFEST' })).toEqual([
      { Bucket: 'b', Key: 'x', Size: '1' },
      { Bucket: 'b', Key: 'y', Size: '2' },
    ]);
    const orc = { data: JSON.stringify({ ...manifest, fileFormat: 'ORC' }) };
    await expect(read(orc, { InputType: 'MANIFEST' })).rejects.toThrow('must be CSV');
  });

  it('of an UNLOAD by Athena gives the items of the files that it lists', async () => {
    const objects = { data: 's3://b/one\ns3://b/two\n', one: '{"a":1}\n', two: '{"a":2}\n' };
    expect(await read(objects, { ManifestType: 'ATHENA_DATA', InputType: 'JSONL' })).toEqual([{ a: 1 }, { a: 2 }]);
  });
});
