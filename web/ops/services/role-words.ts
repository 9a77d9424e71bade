export type Statement = {
  effect: 'Allow' | 'Deny';
  actions: readonly string[];
  resources: readonly string[];
  condition?: unknown;
  /** `NotAction` or `NotResource`, which the words cannot say. */
  inverted: boolean;
};

const listed = (value: unknown): string[] => [value ?? []].flat().map(String);

/** The statements of a policy as IAM answers it: JSON, with its letters escaped as in an address. Empty where it is neither. */
export const statementsIn = (document: string | undefined): Statement[] => {
  try {
    const text = document?.startsWith('%') ? decodeURIComponent(document) : (document ?? '{}');
    const { Statement = [] } = JSON.parse(text) as { Statement?: unknown };
    return [Statement].flat().map((raw) => {
      const { Effect, Action, NotAction, Resource, NotResource, Condition } = raw as Readonly<Record<string, unknown>>;
      return {
        effect: Effect === 'Deny' ? 'Deny' : 'Allow',
        actions: listed(Action ?? NotAction),
        resources: listed(Resource ?? NotResource),
        inverted: NotAction !== undefined || NotResource !== undefined,
        ...(Condition !== undefined && { condition: Condition }),
      };
    });
  } catch {
    return [];
  }
};

/** What an action lets its holder do, before the name of what it is done to. */
const VERBS: Readonly<Record<string, string>> = {
  's3:GetObject': 'read one object',
  's3:PutObject': 'write one object',
  's3:DeleteObject': 'delete one object',
  's3:ListBucket': 'list the objects',
  's3:AbortMultipartUpload': 'abandon an upload in parts',
  'dynamodb:GetItem': 'read one item',
  'dynamodb:BatchGetItem': 'read items by their keys',
  'dynamodb:Query': 'query items',
  'dynamodb:Scan': 'read all items',
  'dynamodb:PutItem': 'put one item',
  'dynamodb:UpdateItem': 'change one item',
  'dynamodb:DeleteItem': 'delete one item',
  'dynamodb:ConditionCheckItem': 'check one item in a transaction',
  'dynamodb:GetRecords': 'read the stream',
  'dynamodb:GetShardIterator': 'read the stream',
  'dynamodb:DescribeStream': 'read the stream',
  'dynamodb:ListStreams': 'list streams',
  'events:PutEvents': 'publish events',
  'sqs:SendMessage': 'send messages',
  'lambda:InvokeFunction': 'call the function',
  'states:StartExecution': 'start executions',
  'states:RedriveExecution': 'redrive executions',
  'states:SendTaskSuccess': 'answer a task that waits',
  'states:SendTaskFailure': 'fail a task that waits',
  'states:SendTaskHeartbeat': 'say that a task goes on',
  'logs:CreateLogStream': 'write its log',
  'logs:PutLogEvents': 'write its log',
  'xray:PutTraceSegments': 'write traces',
  'xray:PutTelemetryRecords': 'write traces',
  'execute-api:ManageConnections': 'send to open connections',
  'scheduler:CreateSchedule': 'make a schedule',
  'scheduler:DeleteSchedule': 'delete a schedule',
  'scheduler:UpdateSchedule': 'change a schedule',
  'iam:PassRole': 'hand on the role',
  'cloudfront-keyvaluestore:PutKey': 'set a key at the edge',
  'cloudfront-keyvaluestore:UpdateKeys': 'set keys at the edge',
};

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `below uploads/ of …` of an ARN of objects; else the last part of it, or the name that is known for it. */
export const resourceWords = (arn: string, nameOf: (physicalId: string) => string | undefined): string => {
  if (arn === '*') return 'anything that the action knows';
  const [, , service = '', , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  if (service === 's3') {
    const [bucket = '', ...key] = resource.split('/');
    const name = nameOf(bucket) ?? bucket;
    if (key.length === 0) return name;
    const path = key.join('/');
    if (path === '*') return `any key of ${name}`;
    return path.endsWith('*') ? `below ${path.slice(0, -1)} of ${name}` : `${path} of ${name}`;
  }
  const [type = '', ...parts] = resource.split(/[/:]/);
  const own = parts.find((part) => nameOf(part) !== undefined) ?? (nameOf(type) === undefined ? undefined : type);
  const known = nameOf(arn) ?? (own === undefined ? undefined : nameOf(own));
  if (known !== undefined) {
    const tail = parts.slice(parts.indexOf(own ?? '') + 1).filter((part) => part !== '' && !/^\d{10,}/.test(part));
    return tail.length === 0 || own === undefined ? known : `${known} (${tail.join(' ')})`;
  }
  return parts.length === 0 ? resource : parts.filter(Boolean).join('/');
};

const conditionWords = (condition: unknown): string =>
  Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>)
    .flatMap(([operator, tests]) =>
      Object.entries(tests).map(([key, value]) => {
        const values = listed(value).join(' or ');
        return /^(String|Arn)(Equals|Like)/.test(operator)
          ? `where ${key} is ${values}`
          : `where ${operator} of ${key} is ${values}`;
      }),
    )
    .join(', ');

/** A statement as a sentence. Actions that have no words are named as they are. */
export const statementWords = (statement: Statement, nameOf: (physicalId: string) => string | undefined): string => {
  const { effect, actions, resources, condition, inverted } = statement;
  if (inverted)
    return `${effect === 'Allow' ? 'May do' : 'May not do'} all but what its statement names; the JSON has it.`;
  const verbs = [...new Set(actions.map((action) => VERBS[action] ?? action))];
  const isOwn = verbs.every((verb) => verb === 'write its log' || verb === 'write traces');
  const objects = isOwn ? '' : [...new Set(resources.map((arn) => resourceWords(arn, nameOf)))];
  const where = condition === undefined ? '' : `, ${conditionWords(condition)}`;
  const what = objects === '' || objects.length === 0 ? '' : `: ${joined(objects)}`;
  return `${effect === 'Allow' ? 'May' : 'May never'} ${joined(verbs)}${what}${where}`;
};
