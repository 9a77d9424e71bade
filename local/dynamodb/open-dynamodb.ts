import type { ResourceType } from '../assembly/resource-type.ts';
import { honouring } from '../aws/honouring.ts';
import type { Operation, Service } from '../aws/service.ts';
import { signerFor } from '../backend/sign.ts';
import type { Clock } from '../clock.ts';
import { sessionSecret } from '../iam/sessions.ts';
import { type Server, startDynoxide } from './dynoxide.ts';
import { createForward } from './forward.ts';
import { DYNAMODB_HONOURED } from './honoured.ts';
import { permissionsOf } from './permissions.ts';
import { tableResources } from './resources.ts';
import { streamsService } from './streams.ts';
import { startExpiry } from './time-to-live.ts';
import { createWrites, type Writes } from './writes.ts';

const TARGET = 'DynamoDB_20120810';

type Options = {
  /** Where tables are kept. */
  folder: string;
  clock: Clock;
  accountId: string;
  region: string;
  /** A server of the user's own, as `AWS_ENDPOINT_URL_DYNAMODB` names it; ours is not started then. */
  endpoint?: string;
};

export type DynamoDB = {
  services: Service[];
  resourceTypes: ResourceType[];
  /** Address of the server behind the service. */
  endpoint: string;
  /** Tells when a table was written to, by us or by anyone who calls the service. */
  onWrite: Writes['onWrite'];
  /** Whether the server is one of the user's own, which others may write to unseen. */
  foreign: boolean;
  close(): Promise<void>;
};

/** DynamoDB with its streams, on a server that lives as long as this process. */
export const openDynamoDB = async ({ folder, clock, accountId, region, endpoint }: Options): Promise<DynamoDB> => {
  const server = endpoint === undefined ? await startDynoxide(folder) : foreign(endpoint);
  const place = { region, accountId };
  const forward = createForward(
    server,
    place,
    endpoint === undefined ? undefined : signerFor('dynamodb', endpoint, region),
  );
  const writes = createWrites();
  const call = async (name: string, input: object): Promise<Record<string, unknown>> => {
    const output = await forward.call(TARGET, name, input);
    writes.told(name, () => permissionsOf(name, { ...input }, place).map(({ resource }) => resource));
    return output;
  };
  const expiry = startExpiry(call, clock);

  const operation = (name: string): Operation => ({
    permissions: (input) => permissionsOf(name, input, place),
    async run(input) {
      const output = await call(name, input);
      if (name === 'UpdateTimeToLive' || name === 'DeleteTable') expiry.tablesChanged();
      return output;
    },
  });
  return {
    services: [
      {
        name: 'dynamodb',
        json: { targetPrefix: TARGET, version: '1.0' },
        operations: honouring(
          Object.fromEntries(Object.keys(DYNAMODB_HONOURED).map((name) => [name, operation(name)])),
          DYNAMODB_HONOURED,
        ),
      },
      streamsService(forward, { ...place, clock }, { secret: sessionSecret(folder), own: endpoint === undefined }),
    ],
    resourceTypes: tableResources(call, place, expiry.tablesChanged),
    endpoint: server.endpoint,
    onWrite: writes.onWrite,
    foreign: endpoint !== undefined,
    async close() {
      expiry.stop();
      await forward.close();
      await server.close();
    },
  };
};

const foreign = (endpoint: string): Server => ({ endpoint, failure: () => undefined, close: async () => {} });
