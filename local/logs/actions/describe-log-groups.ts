import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { list, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_CLASS, GROUP_NAME, LIMIT, NEXT_TOKEN } from '../shapes.ts';
import type { Logs } from '../state.ts';
import { logsPage } from './page.ts';

const SHAPE = {
  logGroupNamePrefix: GROUP_NAME,
  logGroupNamePattern: text(length(0, 512)),
  nextToken: NEXT_TOKEN,
  limit: LIMIT(50),
  logGroupClass: GROUP_CLASS,
  logGroupIdentifiers: list(text(), length(1, 50)),
  includeLinkedAccounts: truth(),
};

type Input = {
  logGroupNamePrefix?: string;
  logGroupNamePattern?: string;
  nextToken?: string;
  limit?: number;
  logGroupClass?: string;
  logGroupIdentifiers?: string[];
};

/** Groups by name, in pages. */
export const describeLogGroups = ({ store, filters, arnOf, nameOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { includeLinkedAccounts: 'there are no other accounts here' },
  differs: 'storedBytes is always 0.',
  permissions: () => [{ action: 'logs:DescribeLogGroups', resource: '*' }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const {
      logGroupNamePrefix,
      logGroupNamePattern,
      logGroupClass,
      logGroupIdentifiers,
      nextToken,
      limit = 50,
    } = input;
    if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined)
      throw new AwsError(
        'InvalidParameterException',
        'logGroupNamePrefix and logGroupNamePattern cannot be used together.',
      );
    const named = logGroupIdentifiers?.map((logGroupIdentifier) => nameOf({ logGroupIdentifier }));
    const pattern = logGroupNamePattern?.toLowerCase() ?? '';
    const found = store
      .groups()
      .filter(
        (group) =>
          group.name.startsWith(logGroupNamePrefix ?? '') &&
          group.name.toLowerCase().includes(pattern) &&
          (named?.includes(group.name) ?? true) &&
          (logGroupClass === undefined || group.class === logGroupClass),
      );
    const { items, more } = logsPage('groups', found, limit, nextToken);
    return {
      logGroups: items.map(({ name, retentionDays, createdAt, class: logClass }) => ({
        logGroupName: name,
        creationTime: createdAt,
        ...(retentionDays === undefined ? {} : { retentionInDays: retentionDays }),
        metricFilterCount: filters.of(name).length,
        arn: arnOf(name),
        storedBytes: 0,
        logGroupClass: logClass,
        logGroupArn: arnOf(name).replace(/:\*$/, ''),
      })),
      ...more,
    };
  },
});
