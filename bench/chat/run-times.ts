import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { kebabName } from '@marquee/ui/resource-name.ts';
import type { Connection } from '../../cli/connection.ts';
import { resourcesOfType } from '../../cli/stack-resources.ts';

/** The functions between a question and the last push of its answer. */
const STEPS = ['accept-turn', 'begin-turn', 'understand-turn', 'compose-answer', 'deliver-answer'];

/** Milliseconds that each step of a turn ran, by the turn's correlation id: as Lambda bills them, without initialisation. */
export type RunTimes = ReadonlyMap<string, Readonly<Record<string, number>>>;

type Line = {
  type?: string;
  correlationId?: string;
  function_request_id?: string;
  record?: { requestId?: string; metrics?: { durationMs?: number } };
};

/** Reads from the functions' own logs how long they ran, since a moment in milliseconds since the epoch. */
export const readRunTimes = async (connection: Connection, startTime: number): Promise<RunTimes> => {
  const client = new CloudWatchLogsClient(connection.client);
  const times = new Map<string, Record<string, number>>();
  for (const { logicalId, physicalId: logGroupName } of await resourcesOfType(connection, 'AWS::Logs::LogGroup')) {
    const step = STEPS.find((name) => kebabName(logicalId, 'Log').endsWith(name));
    if (!step) continue;
    const turnOf = new Map<string, string>();
    const ran = new Map<string, number>();
    for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName, startTime })) {
      for (const { message = '' } of events) {
        if (!message.startsWith('{')) continue;
        const line = JSON.parse(message) as Line;
        if (line.function_request_id && line.correlationId) turnOf.set(line.function_request_id, line.correlationId);
        const { requestId, metrics } = line.record ?? {};
        if (line.type === 'platform.report' && requestId) ran.set(requestId, metrics?.durationMs ?? 0);
      }
    }
    for (const [requestId, correlationId] of turnOf) {
      const turn = times.get(correlationId) ?? {};
      turn[step] = (turn[step] ?? 0) + (ran.get(requestId) ?? 0);
      times.set(correlationId, turn);
    }
  }
  client.destroy();
  return times;
};
