import { AwsError } from '../../aws/error.ts';
import type { CallContext, Operation } from '../../aws/service.ts';
import type { Api, Apis } from '../model.ts';
import {
  apiView,
  authorizerView,
  deploymentView,
  integrationResponseView,
  integrationView,
  routeResponseView,
  routeView,
  stageView,
} from './views.ts';

type Input = Readonly<Record<string, string | undefined>>;

/** What belongs to an API, or to one of its routes or integrations, and how it is shown. */
type Collection = {
  /** Path after `/v2/apis/{ApiId}`; names in braces are members of the input. */
  path: string;
  /** The member that names one of them, and what AWS calls it. */
  id: string;
  called: string;
  one: string;
  all: string;
  items(api: Api, input: Input): ReadonlyMap<string, object>;
};

const viewed = <Item>(
  items: ReadonlyMap<string, Item> | undefined,
  view: (item: Item) => object,
): Map<string, object> => new Map([...(items ?? [])].map(([id, item]) => [id, view(item)]));

const missing = (called: string): AwsError =>
  new AwsError('NotFoundException', `Invalid ${called} identifier specified`, 404);

const inside = <Item>(items: ReadonlyMap<string, Item>, id: string | undefined, called: string): Item => {
  const found = items.get(id ?? '');
  if (!found) throw missing(called);
  return found;
};

export const COLLECTIONS: readonly Collection[] = [
  {
    ...{ path: '/routes', id: 'RouteId', called: 'Route', one: 'GetRoute', all: 'GetRoutes' },
    items: ({ routes }) => viewed(routes, routeView),
  },
  {
    ...{ path: '/routes/{RouteId}/routeresponses', id: 'RouteResponseId', called: 'RouteResponse' },
    ...{ one: 'GetRouteResponse', all: 'GetRouteResponses' },
    items: ({ routes }, { RouteId }) => viewed(inside(routes, RouteId, 'Route').responses, routeResponseView),
  },
  {
    ...{
      path: '/integrations',
      id: 'IntegrationId',
      called: 'Integration',
      one: 'GetIntegration',
      all: 'GetIntegrations',
    },
    items: ({ integrations }) => viewed(integrations, integrationView),
  },
  {
    ...{
      path: '/integrations/{IntegrationId}/integrationresponses',
      id: 'IntegrationResponseId',
      called: 'IntegrationResponse',
    },
    ...{ one: 'GetIntegrationResponse', all: 'GetIntegrationResponses' },
    items: ({ integrations }, { IntegrationId }) =>
      viewed(inside(integrations, IntegrationId, 'Integration').responses, integrationResponseView),
  },
  {
    ...{ path: '/authorizers', id: 'AuthorizerId', called: 'Authorizer', one: 'GetAuthorizer', all: 'GetAuthorizers' },
    items: ({ authorizers }) => viewed(authorizers, authorizerView),
  },
  {
    ...{ path: '/stages', id: 'StageName', called: 'stage', one: 'GetStage', all: 'GetStages' },
    items: ({ stages }) => viewed(stages, stageView),
  },
  {
    ...{ path: '/deployments', id: 'DeploymentId', called: 'Deployment', one: 'GetDeployment', all: 'GetDeployments' },
    items: ({ deployments }) => viewed(deployments, deploymentView),
  },
];

/** Longest page, and what a page has where the caller does not say. */
const PAGE = 500;

const page = (items: readonly object[], { MaxResults, NextToken }: Input): object => {
  const size = MaxResults === undefined ? PAGE : Number(MaxResults);
  if (!Number.isInteger(size) || size < 1) throw new AwsError('BadRequestException', 'Invalid maxResults', 400);
  const start = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0) throw new AwsError('BadRequestException', 'Invalid nextToken', 400);
  const end = start + Math.min(size, PAGE);
  const more = end < items.length ? { nextToken: Buffer.from(String(end)).toString('base64url') } : {};
  return { items: items.slice(start, end), ...more };
};

const PAGING = ['MaxResults', 'NextToken'];

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** `apigateway:GET` on what is looked at. */
const reading =
  (path: string) =>
  (input: Input, { region }: CallContext) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => input[name] ?? '');
    return [{ action: 'apigateway:GET', resource: `arn:aws:apigateway:${region}::${filled}` }];
  };

const DIFFERS = 'Dates are those of the present run, which has carried the template out.';

const DATED = ['GetStage', 'GetDeployment'];

/** The operations that look at APIs and what belongs to them; each API is made and changed by a template. */
export const lookingOperations = (apis: Apis): Record<string, Operation> => {
  const apiOf = ({ ApiId }: Input): Api => inside(apis, ApiId, 'API');
  const operations: Record<string, Operation> = {
    GetApi: {
      differs: DIFFERS,
      members: ['ApiId'],
      permissions: reading('/apis/{ApiId}'),
      run: (input: Input, { region }) => apiView(apiOf(input), region),
    },
    GetApis: {
      differs: DIFFERS,
      members: PAGING,
      permissions: reading('/apis'),
      run: (input: Input, { region }) =>
        page(
          [...apis.values()].map((api) => apiView(api, region)),
          input,
        ),
    },
  };
  for (const { path, id, called, one, all, items } of COLLECTIONS) {
    const whole = `/apis/{ApiId}${path}`;
    operations[all] = {
      ...(DATED.includes(one) ? { differs: DIFFERS } : {}),
      members: ['ApiId', ...namesIn(path), ...PAGING],
      permissions: reading(whole),
      run: (input: Input) => page([...items(apiOf(input), input).values()], input),
    };
    operations[one] = {
      ...(DATED.includes(one) ? { differs: DIFFERS } : {}),
      members: ['ApiId', ...namesIn(path), id],
      permissions: reading(`${whole}/{${id}}`),
      run: (input: Input) => inside(items(apiOf(input), input), input[id], called),
    };
  }
  return operations;
};
