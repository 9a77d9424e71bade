import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { configOf, describeConfig } from './event-invoke-config.ts';
import { type Named, onFunction, unqualified } from './named.ts';
import { pageOf } from './paging.ts';

type Input = Named & { Marker?: string; MaxItems?: number };

/** The most settings of one page. */
const MOST = 50;

export const listFunctionEventInvokeConfigs = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Marker', 'MaxItems'],
  permissions: ({ FunctionName }: Input) => [onFunction(lambda, 'ListFunctionEventInvokeConfigs', { FunctionName })],
  run({ FunctionName, ...paging }: Input) {
    const { name } = unqualified(lambda, FunctionName).configuration;
    const { page, NextMarker } = pageOf(lambda.functions.asyncQualifiers(name), (qualifier) => qualifier, paging, MOST);
    const found = page.map((qualifier) => lambda.functions.find(name, qualifier));
    return {
      FunctionEventInvokeConfigs: found.map((each) => describeConfig(each, configOf(lambda, each))),
      ...(NextMarker === undefined ? {} : { NextMarker }),
    };
  },
});
