import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Archive } from 'aws-cdk-lib/aws-events';
import type { Condition } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ListedTable } from '../shared/listed-table.ts';
import { settingsOf } from '../shared/settings.ts';
import { Workflow } from '../shared/workflow.ts';
import type { Kind } from './console-actions.ts';

/** Resources of one kind: which, on which condition, and why they are no fewer where a name has a wildcard. */
export type Named = {
  readonly resources: readonly string[];
  readonly conditions?: Record<string, Condition>;
  readonly wildcard?: string;
};

export interface Stage {
  /** All stacks of the stage. */
  readonly stacks: readonly Stack[];
  readonly archive: Archive;
}

/** The workflows of a stage, whichever stack has them. */
export const workflowsOf = ({ stacks }: Pick<Stage, 'stacks'>): Workflow[] =>
  stacks.flatMap((stack) => stack.node.findAll().filter((each) => each instanceof Workflow));

const tablesOf = ({ stacks }: Stage): ListedTable[] =>
  stacks.flatMap((stack) => stack.node.findAll().filter((each) => each instanceof ListedTable));

const BY_TAG =
  'The condition names the stage by the tags that every resource of it has; a list of all would outgrow the policy.';
const MADE_LATER = 'These are made as the system runs, under names that begin so.';

/** An ARN of this account and region; `arn('states', 'execution', 'name:*')`. */
const arnsOf =
  (scope: Construct) =>
  (service: string, resource: string, resourceName: string, arnFormat = ArnFormat.COLON_RESOURCE_NAME): string =>
    Stack.of(scope).formatArn({ service, resource, resourceName, arnFormat });

/** A workflow's name as another stack refers to it, which becomes an import only at synthesis and is needed before. */
const nameOf = ({ machine }: Workflow): string => Stack.of(machine).exportValue(machine.stateMachineName);

/** Names of what operators make: state machines that begin in the middle of a workflow, and replays. */
export const prefixesOf = (scope: Construct): { reruns: string; replays: string } => {
  const { name } = settingsOf(scope).stage;
  return { reruns: `Rerun-${name}-*`, replays: `Replay-${name}-*` };
};

/** The state machines that operators make. */
export const rerunsOf = (scope: Construct): Named => ({
  resources: [arnsOf(scope)('states', 'stateMachine', prefixesOf(scope).reruns)],
  wildcard: MADE_LATER,
});

/** A stage's own resources, by kind. */
export const resourcesOf = (scope: Construct, stage: Stage): Record<Kind, Named> => {
  const arn = arnsOf(scope);
  const { stage: settings } = settingsOf(scope);
  const { reruns, replays } = prefixesOf(scope);
  const machines = workflowsOf(stage).map(nameOf);
  const conditions = {
    StringEquals: { 'aws:ResourceTag/project': 'marquee', 'aws:ResourceTag/stage': settings.name },
  };
  const tagged = (resource: string): Named => ({ resources: [resource], conditions, wildcard: BY_TAG });
  const tables = tablesOf(stage);
  return {
    everything: { resources: ['*'], wildcard: 'AWS knows these actions on no narrower resource than *.' },
    machines: {
      resources: [...machines, reruns].map((name) => arn('states', 'stateMachine', name)),
      wildcard: MADE_LATER,
    },
    executions: {
      // `name:execution`, and `name/label:execution` of a Distributed Map. CloudFormation ends a machine's name at random.
      resources: [...machines.map((name) => `${name}*`), reruns].map((name) => arn('states', 'execution', name)),
      wildcard: MADE_LATER,
    },
    mapRuns: {
      resources: [...machines.map((name) => `${name}/*`), reruns].map((name) => arn('states', 'mapRun', name)),
      wildcard: MADE_LATER,
    },
    rules: tagged(arn('events', 'rule', '*', ArnFormat.SLASH_RESOURCE_NAME)),
    archive: { resources: [stage.archive.archiveArn] },
    replays: {
      resources: [arn('events', 'replay', replays, ArnFormat.SLASH_RESOURCE_NAME)],
      wildcard: MADE_LATER,
    },
    queues: tagged(Stack.of(scope).formatArn({ service: 'sqs', resource: '*' })),
    logGroups: tagged(arn('logs', 'log-group', '*')),
    functions: tagged(arn('lambda', 'function', '*')),
    roles: tagged(Stack.of(scope).formatArn({ service: 'iam', region: '', resource: 'role', resourceName: '*' })),
    stacks: {
      resources: stage.stacks.map(({ stackName }) =>
        arn('cloudformation', 'stack', `${stackName}/*`, ArnFormat.SLASH_RESOURCE_NAME),
      ),
      wildcard: 'An ARN of a stack ends in an id that CloudFormation gives it.',
    },
    tables: { resources: tables.flatMap(({ table, indexArn }) => [table.tableArn, indexArn]) },
  };
};
