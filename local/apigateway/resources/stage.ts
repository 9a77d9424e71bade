import type { ResourceType } from '../../assembly/resource-type.ts';
import { logGroupName } from '../../aws/arn.ts';
import type { Clock } from '../../clock.ts';
import { idOf } from '../ids.ts';
import type { Apis, Throttle } from '../model.ts';
import { apiOf, present } from './of-api.ts';

type RouteSettings = { ThrottlingRateLimit?: number | string; ThrottlingBurstLimit?: number | string };
type AccessLog = { DestinationArn?: string; Format?: string };

/** What an account may do where only one of the two limits is given: requests a second, and at once. */
const ACCOUNT: Throttle = { rate: 10_000, burst: 5000 };

const SETTINGS = ['ThrottlingRateLimit', 'ThrottlingBurstLimit', 'DetailedMetricsEnabled'];

/** The limits of a route. Throws for what is asked of it that is not done here. */
const routeThrottle = (key: string, settings: RouteSettings): Throttle | undefined => {
  for (const name of Object.keys(settings))
    if (!SETTINGS.includes(name)) throw new Error(`RouteSettings of ${key}: ${name} is not supported`);
  return throttleOf(settings);
};

const throttleOf = ({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }: RouteSettings): Throttle | undefined =>
  rate === undefined && burst === undefined
    ? undefined
    : { rate: Number(rate ?? ACCOUNT.rate), burst: Number(burst ?? ACCOUNT.burst) };

const METRICS = 'calls are not measured here';

/** Stages, `$default` and named ones. */
export const stageResource = (apis: Apis, clock: Clock): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Stage',
  honoured: [
    ...['ApiId', 'StageName', 'Description', 'StageVariables', 'AutoDeploy', 'DeploymentId'],
    ...['AccessLogSettings.DestinationArn', 'AccessLogSettings.Format'],
    ...['ThrottlingRateLimit', 'ThrottlingBurstLimit'].map((name) => `DefaultRouteSettings.${name}`),
    'RouteSettings',
  ],
  withoutEffect: { 'DefaultRouteSettings.DetailedMetricsEnabled': METRICS },
  create(resource) {
    const { properties } = resource;
    const api = apiOf(apis, resource);
    const name = String(properties.StageName);
    if (api.protocol === 'WEBSOCKET' && name === '$default')
      throw new Error('the stage $default is supported only for HTTP APIs');
    if (name !== '$default' && !/^[\w-]{1,128}$/.test(name))
      throw new Error(`Stage name only allows a-zA-Z0-9_- and $default, not ${name}`);
    const deploymentId = properties.DeploymentId as string | undefined;
    if (deploymentId !== undefined && !api.deployments.has(deploymentId))
      throw new Error(`Invalid deployment identifier specified: there is no deployment ${deploymentId}`);
    const log = (properties.AccessLogSettings ?? {}) as AccessLog;
    const throttle = throttleOf((properties.DefaultRouteSettings ?? {}) as RouteSettings);
    const ofRoutes = Object.entries((properties.RouteSettings ?? {}) as Record<string, RouteSettings>);
    api.stages.set(name, {
      name,
      autoDeploy: String(properties.AutoDeploy) === 'true',
      variables: (properties.StageVariables ?? {}) as Record<string, string>,
      routeThrottles: Object.fromEntries(
        ofRoutes.flatMap(([key, settings]) => {
          const own = routeThrottle(key, settings);
          return own ? [[key, own]] : [];
        }),
      ),
      createdAt: api.stages.get(name)?.createdAt ?? clock.now(),
      ...present({ deploymentId, description: properties.Description as string | undefined, throttle }),
      ...(log.DestinationArn
        ? { accessLog: { group: logGroupName(log.DestinationArn), arn: log.DestinationArn, format: log.Format ?? '' } }
        : {}),
    });
    return { ref: name, attributes: {} };
  },
  remove: (resource, { ref }) => void apis.get(String(resource.properties.ApiId))?.stages.delete(ref),
});

/** Deployments: a stage that names one serves the API as the template has it. */
export const deploymentResource = (apis: Apis, clock: Clock): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Deployment',
  honoured: ['ApiId', 'Description', 'StageName'],
  create(resource) {
    const { Description, StageName } = resource.properties;
    const api = apiOf(apis, resource);
    const id = idOf(resource);
    api.deployments.set(id, {
      id,
      createdAt: api.deployments.get(id)?.createdAt ?? clock.now(),
      ...present({ description: Description as string | undefined }),
    });
    if (StageName !== undefined) {
      const stage = api.stages.get(String(StageName));
      if (!stage) throw new Error(`Invalid stage identifier specified: there is no stage ${StageName}`);
      api.stages.set(stage.name, { ...stage, deploymentId: id });
    }
    return { ref: id, attributes: { DeploymentId: id } };
  },
  remove: (resource, { ref }) => void apis.get(String(resource.properties.ApiId))?.deployments.delete(ref),
});
