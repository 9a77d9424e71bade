import type { DatabaseSync } from 'node:sqlite';
import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import { logGroupName as nameOf } from '../aws/arn.ts';
import { AwsError } from '../aws/error.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { describeLogGroups, describeLogStreams } from './actions/describe.ts';
import { filterLogEvents } from './actions/filter-log-events.ts';
import { getLogEvents } from './actions/get-log-events.ts';
import { putLogEvents } from './actions/put-log-events.ts';
import type { Logs } from './state.ts';
import { LogStore } from './store.ts';

export type LogsOptions = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  /** Told of every line that is written. */
  onLine?: (message: string) => void;
};

const groupName = (resource: Resource, physicalName: DeployContext['physicalName']): string =>
  String(resource.properties.LogGroupName ?? physicalName(resource, LONGEST_NAME));

/** Longest name of a log group. */
const LONGEST_NAME = 512;

/** CloudWatch Logs: groups of the template, lines by function and request. */
export const createLogs = ({ database, clock, accountId, region, onLine = () => {} }: LogsOptions) => {
  const store = new LogStore(database, clock, ({ message }) => onLine(message));
  const arnOf = (group: string): string => `arn:aws:logs:${region}:${accountId}:log-group:${group}:*`;
  const logs: Logs = {
    store,
    arnOf,
    groupOf({ logGroupName, logGroupIdentifier = '' }) {
      const name = logGroupName ?? nameOf(logGroupIdentifier);
      if (!store.group(name))
        throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      return name;
    },
  };
  const operations: Record<string, Operation> = {
    DescribeLogGroups: describeLogGroups(logs),
    DescribeLogStreams: describeLogStreams(logs),
    FilterLogEvents: filterLogEvents(logs),
    GetLogEvents: getLogEvents(logs),
    PutLogEvents: putLogEvents(logs),
  };
  const service: Service = { name: 'logs', json: { targetPrefix: 'Logs_20140328', version: '1.1' }, operations };
  const logGroup: ResourceType = {
    type: 'AWS::Logs::LogGroup',
    honoured: ['LogGroupName', 'RetentionInDays'],
    create(resource, { physicalName }) {
      const { RetentionInDays } = resource.properties;
      const name = groupName(resource, physicalName);
      store.putGroup({ name, ...(RetentionInDays === undefined ? {} : { retentionDays: Number(RetentionInDays) }) });
      return { ref: name, attributes: { Arn: arnOf(name) } };
    },
    taken: (resource, { physicalName }) => store.group(groupName(resource, physicalName))?.name,
    remove: (_resource, { ref }) => store.removeGroup(ref),
  };
  return {
    service,
    resourceTypes: [logGroup],
    write: store.write.bind(store),
    close: () => store.close(),
  };
};
