import { expect, test } from 'vitest';
import type { ResourceType } from '../assembly/resource-type.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { Directory } from './directory.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:1:function:relay';

/** A directory that has noted resources, each with its ARN and the tags of its template. */
const noted = async (made: Readonly<Record<string, readonly { Key: string; Value: string }[] | undefined>>) => {
  const directory = new Directory();
  for (const [arn, Tags] of Object.entries(made)) {
    const type: ResourceType = { type: 'AWS::X::Y', honoured: ['Tags'], create: () => ({ ref: arn, attributes: {} }) };
    await directory.noting(type).create(resource(type.type, arn, { Tags }), deployContext);
  }
  return directory;
};

test('an alias and a version of a function are judged by the tags of the function', async () => {
  const directory = await noted({ [FUNCTION]: [{ Key: 'stage', Value: 'qa' }], [`${FUNCTION}:live`]: undefined });
  for (const arn of [FUNCTION, `${FUNCTION}:live`, `${FUNCTION}:7`, `${FUNCTION}:$LATEST`])
    expect(directory.tagsOf(arn), arn).toEqual({ stage: 'qa' });
  expect(directory.tagsOf(`${FUNCTION}-other:live`)).toEqual({});
});

test('what a resource contains is judged by its tags, and what was made without tags by none', async () => {
  const directory = await noted({ 'arn:aws:s3:::b': [{ Key: 'stage', Value: 'qa' }], 'arn:aws:s3:::c': undefined });
  expect(directory.tagsOf('arn:aws:s3:::b/some/key')).toEqual({ stage: 'qa' });
  expect(directory.tagsOf('arn:aws:s3:::c/some/key')).toEqual({});
});
