import type { DeployContext, Resource, ResourceType } from '../../assembly/resource-type.ts';
import { AwsError } from '../../aws/error.ts';
import { createAlias } from '../actions/create-state-machine-alias.ts';
import { splitQualifier } from '../actions/qualified.ts';
import { changeAlias } from '../actions/update-state-machine-alias.ts';
import type { Core } from '../core.ts';
import type { Route } from '../store/aliases.ts';

type Properties = {
  Name?: string;
  Description?: string;
  RoutingConfiguration?: { StateMachineVersionArn: string; Weight: number }[];
  DeploymentPreference?: { StateMachineVersionArn?: string };
};

const LONGEST_NAME = 80;
const AT_ONCE = 'starts go to the new version at once, as with ALL_AT_ONCE';

/** `AWS::StepFunctions::StateMachineAlias`. */
export const aliasType = (core: Core): ResourceType => ({
  type: 'AWS::StepFunctions::StateMachineAlias',
  honoured: ['Name', 'Description', 'RoutingConfiguration', 'DeploymentPreference.StateMachineVersionArn'],
  withoutEffect: {
    'DeploymentPreference.Type': AT_ONCE,
    'DeploymentPreference.Interval': AT_ONCE,
    'DeploymentPreference.Percentage': AT_ONCE,
    'DeploymentPreference.Alarms': 'the runtime has no alarms',
  },
  create: (resource, context) => {
    const { Description: description } = resource.properties as Properties;
    const name = nameOf(resource, context);
    const routingConfiguration = routesOf(resource);
    const arn = aliasArn(name, routingConfiguration);
    if (core.aliases.byArn(arn)) changeAlias(core, { stateMachineAliasArn: arn, description, routingConfiguration });
    else createAlias(core, { name, description, routingConfiguration });
    return { ref: arn, attributes: { Arn: arn } };
  },
  taken: (resource, context) => {
    const arn = aliasArn(nameOf(resource, context), routesOf(resource));
    return core.aliases.byArn(arn) ? arn : undefined;
  },
  remove: (_resource, { ref }) => void core.aliases.remove(ref),
});

const nameOf = (resource: Resource, context: DeployContext): string =>
  (resource.properties as Properties).Name ?? context.physicalName(resource, LONGEST_NAME);

const routesOf = ({ path, properties }: Resource): Route[] => {
  const { RoutingConfiguration, DeploymentPreference } = properties as Properties;
  const preferred = DeploymentPreference?.StateMachineVersionArn;
  if (preferred !== undefined) return [{ stateMachineVersionArn: preferred, weight: 100 }];
  if (RoutingConfiguration?.length) {
    return RoutingConfiguration.map((route) => ({
      stateMachineVersionArn: route.StateMachineVersionArn,
      weight: route.Weight,
    }));
  }
  throw new AwsError('ValidationException', `${path}: RoutingConfiguration or DeploymentPreference is needed`);
};

const aliasArn = (name: string, [route]: readonly Route[]): string =>
  `${splitQualifier(route?.stateMachineVersionArn ?? '').unqualified}:${name}`;
