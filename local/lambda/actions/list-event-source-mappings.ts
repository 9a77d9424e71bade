import type { Operation } from '../../aws/service.ts';
import { describeMapping } from '../event-sources/describe.ts';
import type { Lambda } from '../state.ts';
import { pageOf } from './paging.ts';

type Input = { EventSourceArn?: string; FunctionName?: string; Marker?: string; MaxItems?: number };

/** The most mappings of one page. */
const MOST = 100;

export const listEventSourceMappings = ({ functions, mappings }: Lambda): Operation => ({
  members: ['EventSourceArn', 'FunctionName', 'Marker', 'MaxItems'],
  permissions: () => [{ action: 'lambda:ListEventSourceMappings', resource: '*' }],
  run({ EventSourceArn, FunctionName, Marker, MaxItems }: Input) {
    const functionArn = FunctionName === undefined ? undefined : functions.find(FunctionName).invokedArn;
    const wanted = mappings
      .all()
      .filter((each) => EventSourceArn === undefined || each.sourceArn === EventSourceArn)
      .filter((each) => functionArn === undefined || each.functionArn === functionArn);
    const { page, NextMarker } = pageOf(wanted, ({ uuid }) => uuid, { Marker, MaxItems }, MOST);
    return {
      EventSourceMappings: page.map((each) => describeMapping(each, mappings.resultOf(each))),
      ...(NextMarker === undefined ? {} : { NextMarker }),
    };
  },
});
