import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { kebabName } from '@marquee/ui/resource-name.ts';
import { connect } from '../connection.ts';
import { clean, json } from '../print.ts';
import { resourcesOfType } from '../stack-resources.ts';
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
    for (const { logicalId, physicalId: logGroupName } of await resourcesOfType(connection, 'AWS::Logs::LogGroup')) {
      const service = kebabName(logicalId, 'Log', 'Workflow');
      if (values.service && !service.includes(values.service)) continue;
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
