import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../local/aws/service.ts';
import { systemClock } from '../../local/clock.ts';
import { openDatabase } from '../../local/database.ts';
import { createIdentities } from '../../local/iam/identities.ts';
import { ACCOUNT_ID, REGION } from '../../local/identity.ts';
import { createLambda } from '../../local/lambda/lambda.ts';

const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/bench`;

/** Nobody is called by the host itself but who is asked whether a function may log: it may. */
const cloud: Cloud = { operations: () => [], call: async () => ({}), refusalOf: () => undefined };

/** The Lambda host alone, as the runtime makes it, with a function of this code; what it logs is counted and let go. */
export const openHost = (folder: string, name: string, code: string) => {
  const database = openDatabase(join(folder, 'host.sqlite'));
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock: systemClock });
  identities.putRole({ arn: ROLE, name: 'bench', id: 'AROABENCH', trust: [], managedPolicyArns: [], inline: [] });
  let lines = 0;
  const lambda = createLambda({
    ...{ database, clock: systemClock, accountId: ACCOUNT_ID, region: REGION, cloud: () => cloud },
    endpoint: () => 'http://127.0.0.1:9',
    credentials: (role, session) => identities.sessionFor(role, session),
    principalOf: (role, session) => identities.principalOf(role, session),
    log: () => {
      lines += 1;
    },
    assetFolder: () => undefined,
    codeFolder: join(folder, 'inline'),
    onWrite: () => () => {},
    lookEvery: 60_000,
  });
  const codeFolder = join(folder, 'code');
  mkdirSync(codeFolder);
  writeFileSync(join(codeFolder, 'index.mjs'), code);
  lambda.functions.put({
    ...{ name, codeFolder, codeHash: 'bench', handler: 'index.handler', runtime: 'nodejs24.x', memoryMiB: 512 },
    ...{ timeoutSeconds: 30, environment: {}, roleArn: ROLE, logGroup: `/aws/lambda/${name}`, jsonLogs: false },
    ...{ arn: `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:${name}`, architecture: 'x86_64', description: '' },
    tags: {},
  });
  const found = lambda.functions.find(name);
  return {
    async invoke(event: string): Promise<void> {
      const result = await lambda.host.invoke(found, event);
      if (!result.ok) throw new Error(`The function failed: ${result.error.errorMessage}`);
    },
    lines: () => lines,
    async close(): Promise<void> {
      await lambda.close();
      database.close();
    },
  };
};
