import type { Clients } from './clients.ts';

/** Of which stage a role is asked about, and where. */
export type Place = { stage: string; roleArn: string; region: string; operatorLog: string };

/** One question to IAM: what of these the role may do to this. */
type Question = { actions: readonly string[]; resource: string };

/**
 * What the console does that changes something, each asked about one resource of the stage as the template's grants name
 * them. IAM judges names and tags: the resource need not be there.
 */
const questionsOf = ({ stage, roleArn, region, operatorLog }: Place): Question[] => {
  const [, partition, , , account] = roleArn.split(':');
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  return [
    {
      actions: ['states:StartExecution', 'states:CreateStateMachine', 'states:DeleteStateMachine'],
      resource: arn('states', `stateMachine:Rerun-${stage}-any`),
    },
    {
      actions: ['states:StopExecution', 'states:RedriveExecution'],
      resource: arn('states', `execution:Rerun-${stage}-any:any`),
    },
    {
      actions: ['sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
      resource: arn('sqs', 'any'),
    },
    { actions: ['lambda:InvokeFunction'], resource: arn('lambda', 'function:any') },
    { actions: ['events:StartReplay', 'events:CancelReplay'], resource: arn('events', `replay/Replay-${stage}-any`) },
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resource: arn('logs', `log-group:${operatorLog}:log-stream:any`),
    },
  ];
};

type Result = { EvalActionName?: string; EvalDecision?: string };

/** The acting actions that a role has; none where it may not even ask. Throws what IAM throws otherwise. */
export const readMay = async (clients: Clients, place: Place): Promise<string[]> => {
  // The simulator looks at no resource: it is told the tags that all of the stage have.
  const ContextEntries = Object.entries({ project: 'marquee', stage: place.stage }).map(([tag, value]) => ({
    ContextKeyName: `aws:ResourceTag/${tag}`,
    ContextKeyType: 'string',
    ContextKeyValues: [value],
  }));
  const ask = async ({ actions, resource }: Question): Promise<string[]> => {
    const input = {
      PolicySourceArn: place.roleArn,
      ActionNames: actions,
      ResourceArns: [resource],
      ContextEntries,
    };
    const { EvaluationResults = [] } = (await clients.call('iam', 'SimulatePrincipalPolicy', input)) as {
      EvaluationResults?: Result[];
    };
    return EvaluationResults.flatMap(({ EvalActionName = '', EvalDecision }) =>
      EvalDecision === 'allowed' ? [EvalActionName] : [],
    );
  };
  try {
    return (await Promise.all(questionsOf(place).map(ask))).flat();
  } catch (error) {
    if (/^AccessDenied/.test((error as Error).name)) return [];
    throw error;
  }
};
