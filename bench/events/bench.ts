import { join } from 'node:path';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { openDatabase, transaction } from '../../local/database.ts';
import { ADMINISTRATOR, REGION } from '../../local/identity.ts';
import { startRuntime } from '../../local/runtime.ts';
import type { Bench } from '../figure.ts';
import { withDataFolder } from '../running.ts';
import { makeStack, roleFor } from '../stack.ts';
import { median } from '../statistics.ts';

/** Events of one measurement, ten a call as PutEvents takes them, and calls under way at once. */
const EVENTS = 2000;
const A_CALL = 10;
const AT_ONCE = 4;
const ROUNDS = 5;

const LOG_GROUP = 'bench-events';

/** From PutEvents over HTTP, by way of a rule, to an Express execution; beside rows that are only written down. */
export const events: Bench = {
  summary: 'events a second from PutEvents to a started Express execution, beside bare rows in SQLite',
  run: (note) =>
    withDataFolder(async (dataFolder) => {
      let started = 0;
      let allStarted = (): void => {};
      const runtime = await startRuntime({
        dataFolder,
        awsPort: 0,
        sitePort: 0,
        onGranted: ({ roleArn }, { action }) => {
          if (roleArn && action === 'states:StartExecution' && ++started % EVENTS === 0) allStarted();
        },
      });
      const settings = { endpoint: runtime.awsUrl, region: REGION, credentials: ADMINISTRATOR };
      const client = new EventBridgeClient(settings);
      const database = openDatabase(join(dataFolder, 'rows.sqlite'));
      try {
        await makeStack(runtime.awsUrl, 'bench', RESOURCES);
        const perSecond: number[] = [];
        const rows: number[] = [];
        for (let round = 1; round <= ROUNDS; round++) {
          rows.push(rowsPerSecond(database));
          const over = new Promise<void>((resolve) => {
            allStarted = resolve;
          });
          const from = performance.now();
          await putAll(client);
          await over;
          perSecond.push((EVENTS * 1000) / (performance.now() - from));
          note(`round ${round} of ${ROUNDS}: ${Math.round(perSecond.at(-1) ?? 0)} events a second`);
        }
        const ended = await endedIn(new CloudWatchLogsClient(settings));
        if (ended !== EVENTS * ROUNDS) throw new Error(`Of ${EVENTS * ROUNDS} events ${ended} ended as executions.`);
        return [
          { figure: 'PutEvents to a started Express execution', value: median(perSecond), unit: 'events/s' },
          { figure: 'bare rows, one transaction each', value: median(rows), unit: 'rows/s' },
          {
            figure: 'events / bare rows',
            value: median(perSecond.map((each, round) => each / (rows[round] ?? Number.NaN))),
            unit: '×',
          },
        ];
      } finally {
        client.destroy();
        database.close();
        await runtime.close();
      }
    }),
};

const RESOURCES = {
  Role: roleFor('states.amazonaws.com', 'events.amazonaws.com'),
  Log: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: LOG_GROUP } },
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      StateMachineType: 'EXPRESS',
      RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Definition: { StartAt: 'Done', States: { Done: { Type: 'Pass', End: true } } },
      LoggingConfiguration: {
        Level: 'ALL',
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': ['Log', 'Arn'] } } }],
      },
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['bench'] },
      Targets: [{ Id: 'machine', Arn: { Ref: 'Machine' }, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }],
    },
  },
};

const putAll = async (client: EventBridgeClient): Promise<void> => {
  const Detail = JSON.stringify({ assetId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90', size: 1132649 });
  const Entries = Array.from({ length: A_CALL }, () => ({ Source: 'bench', DetailType: 'Thing Done', Detail }));
  let left = EVENTS / A_CALL;
  const putter = async (): Promise<void> => {
    while (left-- > 0) await client.send(new PutEventsCommand({ Entries }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, putter));
};

const rowsPerSecond = (database: ReturnType<typeof openDatabase>): number => {
  database.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO rows (text) VALUES (?)');
  const text = 'x'.repeat(400);
  const from = performance.now();
  for (let count = 0; count < EVENTS; count++) transaction(database, () => insert.run(text));
  return (EVENTS * 1000) / (performance.now() - from);
};

const endedIn = async (client: CloudWatchLogsClient): Promise<number> => {
  let count = 0;
  const input = { logGroupName: LOG_GROUP, filterPattern: '{ $.type = "ExecutionSucceeded" }' };
  for await (const { events: page = [] } of paginateFilterLogEvents({ client }, input)) count += page.length;
  client.destroy();
  return count;
};
