import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { type Connection, connect } from '../connection.ts';
import { clean, json } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Verb } from '../verb.ts';

type Line = { at: string; service: string; message: string };

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const logs: Verb = {
  usage: 'logs [--service NAME] [--request ID] [--correlation ID] [--since 15m]',
  summary: 'log lines of the nanoservices, oldest first',
  options: {
    service: { type: 'string' },
    request: { type: 'string' },
    correlation: { type: 'string' },
    since: { type: 'string' },
  },
  async run({ values, out }) {
    const connection = await connect(values);
    const startTime = sinceOf(values.since ?? '1h');
    const wanted = values.correlation ?? values.request;
    const client = new CloudWatchLogsClient(connection.client);
    const lines: Line[] = [];
    for (const { service, logGroupName } of await logGroups(connection)) {
      if (values.service && !service.toLowerCase().includes(values.service.replace(/[^a-z0-9]/gi, '').toLowerCase()))
        continue;
      const filterPattern = wanted === undefined ? undefined : JSON.stringify(wanted);
      for await (const { events = [] } of paginateFilterLogEvents(
        { client },
        { logGroupName, startTime, filterPattern },
      )) {
        lines.push(
          ...events.map(({ timestamp = 0, message = '' }) => ({
            at: new Date(timestamp).toISOString(),
            service,
            message: message.trimEnd(),
          })),
        );
      }
    }
    lines.sort((one, other) => (one.at < other.at ? -1 : 1));
    out(
      values.json
        ? json(lines)
        : lines.map(({ at, service, message }) => `${at}  ${service}  ${clean(message)}`).join('\n') ||
            'There are no log lines for that.',
    );
    return true;
  },
};

const sinceOf = (text: string): number => {
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const milliseconds = UNITS[unit];
  if (!count || !milliseconds)
    throw new UsageError(`--since takes a number with s, m, h or d, such as 15m, not ${text}.`);
  return Date.now() - Number(count) * milliseconds;
};

/** The log groups of the stage's functions and workflows, by the name of the construct that they belong to. */
const logGroups = async ({ client, stage }: Connection): Promise<{ service: string; logGroupName: string }[]> => {
  const cloudFormation = new CloudFormationClient(client);
  const found: { service: string; logGroupName: string }[] = [];
  for (const domain of ['Shared', 'Ingest', 'Media']) {
    for await (const { StackResourceSummaries = [] } of paginateListStackResources(
      { client: cloudFormation },
      { StackName: `Marquee-${stage}-${domain}` },
    )) {
      for (const { ResourceType, LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries) {
        if (ResourceType !== 'AWS::Logs::LogGroup') continue;
        found.push({
          service: LogicalResourceId.replace(/(Workflow)?Log[0-9A-F]{8}$/, ''),
          logGroupName: PhysicalResourceId,
        });
      }
    }
  }
  return found;
};
