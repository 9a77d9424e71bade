import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../../aws/service.ts';
import type { Elsewhere } from '../../backend/endpoints.ts';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { createIdentities } from '../../iam/identities.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createLambda } from '../lambda.ts';
import type { LogEntry } from '../report.ts';

const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/worker`;

type Options = {
  folder?: string;
  /** Stands for a destination; throws where it does not take the record. */
  send?: (arn: string, record: object) => Promise<void>;
  /** Where functions find services that the runtime lacks. */
  elsewhere?: Elsewhere;
};

/** The Lambda host with functions whose code is written here, in real processes, on a virtual clock. */
export const openBench = ({ folder = mkdtempSync(join(tmpdir(), 'lambda-')), send, elsewhere }: Options = {}) => {
  const clock = new VirtualClock();
  const database = openDatabase(join(folder, 'lambda.sqlite'));
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock });
  identities.putRole({
    arn: ROLE,
    name: 'worker',
    id: 'AROAWORKER',
    trust: [],
    managedPolicyArns: [],
    inline: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });
  const logs: LogEntry[] = [];
  const sent: { arn: string; record: Record<string, unknown> }[] = [];
  const destinations: Cloud = {
    async call(_service, _operation, input) {
      const { QueueUrl: arn, MessageBody, ...more } = input as { QueueUrl: string; MessageBody: string };
      const record = { ...(JSON.parse(MessageBody) as Record<string, unknown>), ...more };
      await send?.(arn, record);
      sent.push({ arn, record });
      return {};
    },
    operations: () => [],
    refusalOf: () => undefined,
  };
  const lambda = createLambda({
    database,
    clock,
    ...{ accountId: ACCOUNT_ID, region: REGION },
    endpoint: () => 'http://127.0.0.1:9',
    elsewhere,
    credentials: (role, session) => identities.sessionFor(role, session),
    log: (entry) => logs.push(entry),
    assetFolder: () => undefined,
    codeFolder: join(folder, 'inline'),
    cloud: () => destinations,
    principalOf: (role, session) => identities.principalOf(role, session),
    onWrite: () => () => {},
    lookEvery: 1000,
  });
  let count = 0;
  return {
    ...lambda,
    clock,
    folder,
    identities,
    logs,
    sent,
    /** Puts a function whose `index.mjs` has this text. */
    put(code: string, settings: object = {}, name = `function-${count++}`) {
      const codeFolder = mkdtempSync(join(folder, 'code-'));
      writeFileSync(join(codeFolder, 'index.mjs'), code);
      lambda.functions.put({
        ...{ name, codeFolder, codeHash: codeFolder, handler: 'index.handler', runtime: 'nodejs24.x', memoryMiB: 256 },
        ...{ timeoutSeconds: 30, environment: {}, roleArn: ROLE, logGroup: `/aws/lambda/${name}`, jsonLogs: false },
        ...{ arn: `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:${name}`, architecture: 'arm64', description: '' },
        ...settings,
      });
      return lambda.functions.find(name);
    },
    async close(): Promise<void> {
      await lambda.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
    /** Ends it but keeps what is on disk, as for a restart. */
    async leave(): Promise<void> {
      await lambda.close();
      database.close();
    },
  };
};

export type Bench = ReturnType<typeof openBench>;
