import type { DatabaseSync } from 'node:sqlite';
import type { ApiResponse } from '../apigateway/answer.ts';
import type { ApiRequest } from '../apigateway/request.ts';
import type { Cloud, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createAnswer } from './answer.ts';
import { createInvalidations } from './control/invalidations.ts';
import { cloudFrontService } from './control/service.ts';
import { behaviourFor, type Distribution } from './distribution.ts';
import { createEdge } from './functions/at-the-edge.ts';
import { EdgeFunctions } from './functions/functions.ts';
import { createFunctionLog, type WriteLog } from './functions/log.ts';
import { functionType } from './functions/resource.ts';
import { keyValueStoreType } from './key-value-store/resource.ts';
import { keyValueStoreService } from './key-value-store/service.ts';
import { createKeyValueStores } from './key-value-store/store.ts';
import type { OriginRequestPolicy } from './origin-request.ts';
import { cloudFrontResources } from './resources.ts';
import type { ResponseHeadersPolicy } from './response-headers.ts';

export type CloudFrontOptions = {
  database: DatabaseSync;
  clock: Pick<Clock, 'now'>;
  cloud: () => Cloud;
  accountId: string;
  apis: { has(hostName: string): boolean; answer(request: ApiRequest): Promise<ApiResponse> | ApiResponse };
  /** Takes the lines that functions print. */
  log: WriteLog;
  /** Told of what fails in functions. */
  onFault: (error: unknown) => void;
};

/** CloudFront: distributions with behaviours, origins, headers and functions, and key value stores; nothing is cached. */
export const createCloudFront = ({ database, clock, cloud, accountId, apis, log, onFault }: CloudFrontOptions) => {
  const now = (): number => clock.now();
  const distributions = new Map<string, Distribution>();
  const policies = new Map<string, ResponseHeadersPolicy>();
  const requestPolicies = new Map<string, OriginRequestPolicy>();
  const stores = createKeyValueStores(database, now);
  const keyValues = { accountId, stores };
  const functions = new EdgeFunctions(accountId, stores);
  const edge = createEdge({ functions, now, onFault, log: createFunctionLog(log, now) });
  const withFunction = (arn: string): string[] => {
    const name = functions.byArn(arn)?.name;
    const uses = ({ behaviours }: Distribution): boolean =>
      behaviours.some((behaviour) => Object.values(behaviour.functions).some((each) => each === name));
    return name === undefined ? [] : [...distributions.values()].filter(uses).map(({ id }) => id);
  };
  const withStore = (arn: string): string[] =>
    functions.all().flatMap(({ name, stores: own }) => (own.includes(arn) ? [name] : []));
  const invalidations = createInvalidations(database);
  const control = { accountId, now, distributions, functions, stores, invalidations, withFunction };
  const services: Service[] = [cloudFrontService(control), keyValueStoreService(keyValues)];

  return {
    services,
    functions,
    resourceTypes: [
      ...cloudFrontResources(distributions, policies, requestPolicies, functions, now),
      functionType({ accountId, now, functions, onFault, inUse: withFunction }),
      keyValueStoreType(keyValues, withStore),
    ],
    answer: createAnswer({ cloud, accountId, apis, policies, requestPolicies, edge }),
    /** Where a WebSocket goes that comes to a distribution: the origin of its path, which is asked for the path given. */
    socketOrigin(distribution: Distribution, path: string): { host: string; path: string } | undefined {
      const behaviour = behaviourFor(distribution, path);
      const origin = behaviour && distribution.origins.get(behaviour.originId);
      return origin && !origin.s3 ? { host: origin.domainName, path: origin.originPath + path } : undefined;
    },
    /** The distribution that the site's port serves: the first of the template. */
    first: (): Distribution | undefined => [...distributions.values()][0],
  };
};
