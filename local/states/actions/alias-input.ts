import { between, length, optional, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { AliasRow, Route } from '../store/aliases.ts';
import { checkArn } from './arns.ts';
import { resourceNotFound } from './errors.ts';
import { splitQualifier } from './qualified.ts';

const VERSION = /:stateMachine:[^:]+:\d+$/;

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** What each route must be by itself, and that there are one or two. */
export const routingRules = (routes: readonly Route[] | undefined): string[] => [
  ...optional('routingConfiguration', routes, [length(1, 2)], 'RoutingConfigurationListItem'),
  ...(routes ?? []).flatMap(({ stateMachineVersionArn, weight }, index) => {
    const place = `routingConfiguration.${index + 1}.member`;
    return [
      ...required(`${place}.stateMachineVersionArn`, stateMachineVersionArn, [length(1, 256)]),
      ...required(`${place}.weight`, weight, [between(0, 100)]),
    ];
  }),
];

/** Where a routing leads, all versions of one machine. Throws `ValidationException` or `ResourceNotFound`. */
export const machineOfRouting = (core: Core, routes: readonly Route[]): string => {
  const arns = routes.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
  const received = `Received: [${arns.join(', ')}]`;
  if (new Set(arns).size < arns.length) {
    throw invalid(`Routing configuration must contain distinct state machine version ARNs. ${received}`);
  }
  for (const arn of arns) checkArn(arn, 'stateMachine');
  if (!arns.every((arn) => VERSION.test(arn))) {
    throw invalid(`Routing configuration must contain state machine version ARNs. ${received}`);
  }
  const weights = routes.map(({ weight }) => weight);
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100) {
    throw invalid(`Sum of routing configuration weights must equal 100. Received: [${weights.join(', ')}]`);
  }
  const machines = new Set(arns.map((arn) => splitQualifier(arn).unqualified));
  if (machines.size > 1) throw invalid(`Routing configuration must contain versions of one state machine. ${received}`);
  for (const arn of arns) if (!core.versions.byArn(arn)) throw resourceNotFound(arn);
  return [...machines][0] ?? '';
};

/** The routing as it is kept and compared. */
export const routingText = (routes: readonly Route[]): string =>
  JSON.stringify(routes.map(({ stateMachineVersionArn, weight }) => ({ stateMachineVersionArn, weight })));

/** The alias that an ARN names. Throws `InvalidArn` or `ResourceNotFound`. */
export const aliasOf = (core: Core, arn: unknown): AliasRow => {
  checkArn(arn, 'stateMachine');
  const row = core.aliases.byArn(arn);
  if (!row) throw resourceNotFound(arn);
  return row;
};
