import type { Operation } from '../../aws/service.ts';
import type { Logs } from '../state.ts';

type GroupsInput = { logGroupNamePrefix?: string; logGroupNamePattern?: string };

export const describeLogGroups = ({ store, arnOf }: Logs): Operation => ({
  permissions: () => [{ action: 'logs:DescribeLogGroups', resource: '*' }],
  run: ({ logGroupNamePrefix = '', logGroupNamePattern = '' }: GroupsInput) => ({
    logGroups: store
      .groups()
      .filter(({ name }) => name.startsWith(logGroupNamePrefix) && name.includes(logGroupNamePattern))
      .map(({ name, retentionDays }) => ({
        logGroupName: name,
        arn: arnOf(name),
        ...(retentionDays === undefined ? {} : { retentionInDays: retentionDays }),
      })),
  }),
});

type StreamsInput = {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamNamePrefix?: string;
  limit?: number;
};

export const describeLogStreams = ({ store, arnOf, groupOf }: Logs): Operation => ({
  permissions: (input: StreamsInput) => [{ action: 'logs:DescribeLogStreams', resource: arnOf(groupOf(input)) }],
  run(input: StreamsInput) {
    const { logStreamNamePrefix = '', limit = 50 } = input;
    const streams = store.streams(groupOf(input)).filter(({ stream }) => stream.startsWith(logStreamNamePrefix));
    return {
      logStreams: streams.slice(0, limit).map(({ stream, created_at, first_at, last_at }) => ({
        logStreamName: stream,
        creationTime: created_at,
        ...(first_at === null ? {} : { firstEventTimestamp: first_at, lastEventTimestamp: last_at }),
      })),
    };
  },
});
