import { call } from '../aws/call.ts';
import type { Session } from '../aws/session.ts';
import { nameOf, partsOf, type Resource, type System, type Workflow } from './system.ts';

/** Reads what the stage is made of. Throws `AwsCallError`. */
export const readSystem = async ({ stacks, stage, region }: Session, signal?: AbortSignal): Promise<System> => {
  const [resources, outputs, machines] = await Promise.all([
    Promise.all(stacks.map((stack) => resourcesOf(stack, signal))),
    Promise.all(stacks.map((stack) => outputsOf(stack, signal))),
    listMachines(signal),
  ]);
  const parts = partsOf(resources.flat(), region);
  return {
    ...parts,
    outputs: Object.assign({}, ...outputs),
    workflows: await Promise.all(
      [...workflowsIn(parts.resources, machines), ...rerunsIn(machines, stage)].map((workflow) =>
        withLogGroup(workflow, signal),
      ),
    ),
  };
};

const resourcesOf = async (stack: string, signal?: AbortSignal): Promise<Resource[]> => {
  const found: Resource[] = [];
  let NextToken: string | undefined;
  do {
    const page = await call('cloudformation', 'ListStackResources', { StackName: stack, NextToken }, signal);
    for (const { ResourceType = '', LogicalResourceId = '', PhysicalResourceId = '' } of page.StackResourceSummaries ??
      [])
      found.push({ stack, type: ResourceType, logicalId: LogicalResourceId, physicalId: PhysicalResourceId });
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
};

const outputsOf = async (stack: string, signal?: AbortSignal): Promise<Record<string, string>> => {
  const { Stacks = [] } = await call('cloudformation', 'DescribeStacks', { StackName: stack }, signal);
  return Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
};

type Machine = { arn: string; name: string; express: boolean };

const listMachines = async (signal?: AbortSignal): Promise<Machine[]> => {
  const found: Machine[] = [];
  let nextToken: string | undefined;
  do {
    const page = await call('states', 'ListStateMachines', { maxResults: 1000, nextToken }, signal);
    for (const { stateMachineArn = '', name = '', type } of page.stateMachines ?? [])
      found.push({ arn: stateMachineArn, name, express: type === 'EXPRESS' });
    nextToken = page.nextToken;
  } while (nextToken);
  return found;
};

type Unlogged = Omit<Workflow, 'logGroup'>;

const workflowsIn = (resources: readonly Resource[], machines: readonly Machine[]): Unlogged[] =>
  resources
    .filter(({ type }) => type === 'AWS::StepFunctions::StateMachine')
    .map((resource) => ({
      name: nameOf(resource),
      arn: resource.physicalId,
      express: machines.some(({ arn, express }) => arn === resource.physicalId && express),
    }));

/** What an operator began in the middle is a machine of its own, named after the workflow: `Rerun-dev-process-asset-1a2b3c4d`. */
const rerunsIn = (machines: readonly Machine[], stage: string): Unlogged[] =>
  machines.flatMap(({ arn, name, express }) => {
    const [, of] = new RegExp(`^Rerun-${stage}-(.+)-[0-9a-z]+$`).exec(name) ?? [];
    return of === undefined ? [] : [{ name: of, arn, express, rerunOf: of }];
  });

const withLogGroup = async (workflow: Unlogged, signal?: AbortSignal): Promise<Workflow> => {
  const { loggingConfiguration } = await call(
    'states',
    'DescribeStateMachine',
    { stateMachineArn: workflow.arn },
    signal,
  );
  const arn = loggingConfiguration?.destinations?.[0]?.cloudWatchLogsLogGroup?.logGroupArn;
  return { ...workflow, logGroup: arn?.split(':log-group:')[1]?.replace(/:\*$/, '') };
};
