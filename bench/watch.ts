import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { resourcesOfType } from '../cli/stack-resources.ts';
import { startWatched } from '../test/watched.ts';
import type { Bench } from './figure.ts';
import { median } from './statistics.ts';

const ROUNDS = 12;

const STEP = 'services/media/list-assets/step.ts';

/** As API Gateway calls it for an editor. */
const EVENT = JSON.stringify({
  version: '2.0',
  headers: {},
  rawPath: '/assets',
  requestContext: {
    requestId: 'bench',
    http: { method: 'GET', path: '/assets', sourceIp: '127.0.0.1' },
    authorizer: { jwt: { claims: { sub: 'editor', 'cognito:groups': '[editor]' } } },
  },
});

/** From the save of a nanoservice's source to the first answer of its new code. */
export const watch: Bench = {
  summary: 'with --watch, from the save of a nanoservice to an answer of its new code',
  async run(note) {
    const watched = await startWatched();
    const lambda = new LambdaClient(watched.connection.client);
    try {
      const functions = await resourcesOfType(watched.connection, 'AWS::Lambda::Function');
      const FunctionName = functions.find(({ logicalId }) => logicalId.startsWith('ListAssets'))?.physicalId;
      const ask = async (): Promise<string> => {
        const { Payload } = await lambda.send(
          new InvokeCommand({ FunctionName, Qualifier: 'live', Payload: Buffer.from(EVENT) }),
        );
        return Buffer.from(Payload ?? []).toString();
      };
      await ask();
      const [saves, reloads]: [number[], number[]] = [[], []];
      for (let round = 1; round <= ROUNDS; round++) {
        note(`save ${round} of ${ROUNDS}`);
        const mark = `saved-${round}-`;
        const from = watched.said.length;
        const saved = performance.now();
        const restore = watched.edit(STEP, (text) =>
          text.replace('return { assets:', `return { mark: '${mark}', assets:`),
        );
        while (!(await ask()).includes(mark)) {
          const refused = watched.said.slice(from).find((line) => line.includes('could not be reloaded'));
          if (refused !== undefined) throw new Error(refused);
        }
        saves.push((performance.now() - saved) / 1000);
        const [, milliseconds] = /reloaded in (\d+) ms/.exec(await watched.line(/reloaded in/, from)) ?? [];
        reloads.push(Number(milliseconds) / 1000);
        const again = watched.said.length;
        restore();
        await watched.line(/reloaded in/, again);
      }
      return [
        { figure: 'save to first answer, median', value: median(saves), unit: 's', goal: { atMost: 1 } },
        { figure: 'save to first answer, slowest', value: Math.max(...saves), unit: 's', goal: { atMost: 1 } },
        { figure: 'save to reloaded, median', value: median(reloads), unit: 's' },
      ];
    } finally {
      lambda.destroy();
      await watched.stop();
    }
  },
};
