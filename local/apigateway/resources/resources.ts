import type { ResourceType } from '../../assembly/resource-type.ts';
import type { Clock } from '../../clock.ts';
import type { Apis } from '../model.ts';
import { apiResource } from './api.ts';
import { authorizerResource } from './authorizer.ts';
import { integrationResource, integrationResponseResource } from './integration.ts';
import { routeResource, routeResponseResource } from './route.ts';
import { deploymentResource, stageResource } from './stage.ts';

/** What CloudFormation makes APIs of; `removed` is told when one is gone. */
export const apiGatewayResources = (apis: Apis, clock: Clock, removed: (apiId: string) => void): ResourceType[] => [
  apiResource(apis, clock, removed),
  authorizerResource(apis),
  integrationResource(apis),
  integrationResponseResource(apis),
  routeResource(apis),
  routeResponseResource(apis),
  deploymentResource(apis, clock),
  stageResource(apis, clock),
];
