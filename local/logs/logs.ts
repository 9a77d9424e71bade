import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import { logGroupName } from '../aws/arn.ts';
import { AwsError } from '../aws/error.ts';
import type { Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createDeclared } from '../declared.ts';
import { createMetricFilters, type PutMetric } from './metric-filters.ts';
import { operationsOf } from './operations.ts';
import { createPolicies } from './policies.ts';
import { logGroupType, metricFilterType, resourcePolicyType, sweep } from './resources.ts';
import type { Logs } from './state.ts';
import { LogStore } from './store.ts';

export type LogsOptions = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  /** Told of every line that is written. */
  onLine?: (message: string) => void;
  /** Takes the numbers of metric filters. */
  putMetric?: PutMetric;
};

/** CloudWatch Logs: groups and streams, lines by function and request, metric filters. */
export const createLogs = (options: LogsOptions) => {
  const { database, clock, accountId, region, onLine = () => {}, putMetric = () => {} } = options;
  const filters = createMetricFilters(database, putMetric);
  const store = new LogStore(database, clock, (line) => {
    onLine(line.message);
    filters.take(line);
  });
  const groupArn = (group: string): string => `arn:aws:logs:${region}:${accountId}:log-group:${group}`;
  const nameOf: Logs['nameOf'] = ({ logGroupName: name, logGroupIdentifier = '' }) =>
    name === undefined ? logGroupName(String(logGroupIdentifier)) : String(name);
  const logs: Logs = {
    ...{ clock, store, filters, nameOf },
    policies: createPolicies(database),
    arnOf: (group) => `${groupArn(group)}:*`,
    streamArn: (group, stream) => `${groupArn(group)}:log-stream:${stream}`,
    groupOf(input) {
      const group = store.group(nameOf(input));
      if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      return group;
    },
  };
  const service: Service = {
    name: 'logs',
    json: { targetPrefix: 'Logs_20140328', version: '1.1' },
    operations: operationsOf(logs),
    policyOf: () => logs.policies.statements(),
  };
  const declared = createDeclared(database, 'logs_declared');
  const resourceTypes: ResourceType[] = [
    ...[logGroupType(logs, declared), metricFilterType(logs, declared), resourcePolicyType(logs, declared)],
  ];
  return {
    service,
    resourceTypes,
    write: store.write.bind(store),
    /** Takes away what only an earlier template declared; call it once the template is carried out. */
    sweep: (): void => sweep(logs, declared),
    close: () => store.close(),
  };
};
