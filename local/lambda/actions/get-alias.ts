import type { Operation } from '../../aws/service.ts';
import type { FunctionAlias } from '../functions.ts';
import { revisionOf } from '../revision.ts';
import type { Lambda } from '../state.ts';
import { missing, onFunction, unqualified } from './named.ts';

type Input = { FunctionName: string; Name: string };

export const getAlias = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Name'],
  permissions: ({ FunctionName }: Input) => [onFunction(lambda, 'GetAlias', { FunctionName })],
  run({ FunctionName, Name }: Input) {
    const { configuration } = unqualified(lambda, FunctionName);
    const alias = lambda.functions.aliasesOf(configuration.name).find(({ name }) => name === Name);
    if (!alias) throw missing();
    return describeAlias(configuration.arn, alias);
  },
});

export const describeAlias = (functionArn: string, { name, version, description }: FunctionAlias): object => ({
  AliasArn: `${functionArn}:${name}`,
  Name: name,
  FunctionVersion: version,
  Description: description,
  RevisionId: revisionOf(`${functionArn}:${name}:${version}`),
});
