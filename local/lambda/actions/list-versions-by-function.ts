import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { describe } from './describe.ts';
import { type Named, onFunction, unqualified } from './named.ts';
import { pageOf } from './paging.ts';

type Input = Named & { Marker?: string; MaxItems?: number };

/** The most versions of one page. */
const MOST = 50;

export const listVersionsByFunction = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Marker', 'MaxItems'],
  differs: 'There is one version beside $LATEST, which is the bundle of the cloud assembly as well.',
  permissions: ({ FunctionName }: Input) => [onFunction(lambda, 'ListVersionsByFunction', { FunctionName })],
  run({ FunctionName, ...paging }: Input) {
    const { configuration } = unqualified(lambda, FunctionName);
    const versions = ['$LATEST', ...lambda.functions.versionsOf(configuration.name)];
    const { page, NextMarker } = pageOf(versions, (version) => version, paging, MOST);
    return {
      Versions: page.map((version) => ({
        ...describe(configuration, version),
        FunctionArn: `${configuration.arn}:${version}`,
      })),
      ...(NextMarker === undefined ? {} : { NextMarker }),
    };
  },
});
