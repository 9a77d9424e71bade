import type { ResourceType } from '../assembly/resource-type.ts';
import { AwsError } from '../aws/error.ts';
import type { CallContext, Operation } from '../aws/service.ts';
import type { Backend } from '../backend/client.ts';
import { queueName, queueUrl, type Sqs } from './create-sqs.ts';
import { withTrace } from './message-traces.ts';

type Input = { QueueUrl?: string; QueueName?: string; Attributes?: Record<string, string>; AttributeNames?: string[] };
type Output = Record<string, unknown>;

/** What concerns messages goes to the server; what concerns queues is kept here and there. */
const FORWARDED = [
  ...['SendMessage', 'SendMessageBatch', 'ReceiveMessage', 'DeleteMessage', 'DeleteMessageBatch'],
  ...['ChangeMessageVisibility', 'ChangeMessageVisibilityBatch', 'PurgeQueue'],
];

/** Numbers that the server alone knows. */
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
];

/** Policies are judged here. */
const theirs = ({ Policy: _, ...attributes }: Readonly<Record<string, string>> = {}): Record<string, string> =>
  attributes;

/** SQS with the messages on a server of the user's own. */
export const onBackend = (sqs: Sqs, operations: Readonly<Record<string, Operation>>, backend: Backend) => {
  const urls = new Map<string, string>();
  /** The server's own address of a queue that is there. */
  const urlOf = async (reference: unknown): Promise<string> => {
    const name = queueName(reference);
    if (!sqs.fauxqs.sqs.getQueueByName(name))
      throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.', 400);
    const known = urls.get(name) ?? String((await backend.call('GetQueueUrl', { QueueName: name })).QueueUrl);
    urls.set(name, known);
    return known;
  };
  const make = async (QueueName: string, attributes: Readonly<Record<string, string>>): Promise<void> => {
    const Attributes = theirs(attributes);
    try {
      const { QueueUrl } = await backend.call('CreateQueue', { QueueName, Attributes });
      urls.set(QueueName, String(QueueUrl));
    } catch (error) {
      // It is there with other attributes, which are brought up to date.
      if (!(error instanceof AwsError) || !/QueueNameExists|QueueAlreadyExists/.test(error.code)) throw error;
      const { FifoQueue: _, ...changeable } = Attributes;
      await backend.call('SetQueueAttributes', { QueueUrl: await urlOf(QueueName), Attributes: changeable });
    }
  };
  const remove = async (name: string): Promise<void> => {
    await backend.call('DeleteQueue', { QueueUrl: await urlOf(name) });
    urls.delete(name);
  };
  const here = async (name: string, input: Input, context: CallContext): Promise<Output> =>
    (await operations[name]?.run(input, context)) as Output;

  const runs: Record<string, (input: Input, context: CallContext) => Promise<Output>> = {
    async CreateQueue(input, context) {
      const output = await here('CreateQueue', input, context);
      await make(input.QueueName ?? '', input.Attributes ?? {});
      return output;
    },
    async DeleteQueue(input, context) {
      await remove(queueName(input.QueueUrl));
      return here('DeleteQueue', input, context);
    },
    async SetQueueAttributes(input, context) {
      const output = await here('SetQueueAttributes', input, context);
      const Attributes = theirs(input.Attributes);
      if (Object.keys(Attributes).length > 0)
        await backend.call('SetQueueAttributes', { QueueUrl: await urlOf(input.QueueUrl), Attributes });
      return output;
    },
    async GetQueueAttributes(input, context) {
      const output = await here('GetQueueAttributes', input, context);
      const { AttributeNames = [] } = input;
      const counts = AttributeNames.includes('All') ? COUNTS : COUNTS.filter((name) => AttributeNames.includes(name));
      if (counts.length === 0) return output;
      const told = await backend.call('GetQueueAttributes', {
        QueueUrl: await urlOf(input.QueueUrl),
        AttributeNames: counts,
      });
      return { ...output, Attributes: { ...(output.Attributes as object), ...(told.Attributes as object) } };
    },
  };
  for (const name of FORWARDED) {
    runs[name] = async (input, { trace, signal }) => {
      const sent = name.startsWith('SendMessage') ? withTrace(input, trace) : input;
      return backend.call(name, { ...sent, QueueUrl: await urlOf(input.QueueUrl) }, signal);
    };
  }
  return {
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, operation]): [string, Operation] => {
        const run = runs[name];
        return [name, run ? { ...operation, run } : operation];
      }),
    ),
    /** The resource types with their queues on the server too. */
    resources: (types: readonly ResourceType[]): ResourceType[] =>
      types.map((type) => {
        if (type.type !== 'AWS::SQS::Queue') return type;
        return {
          ...type,
          async create(resource, context) {
            const created = await type.create(resource, context);
            const name = queueName(created.ref);
            await make(name, sqs.fauxqs.sqs.getQueueByName(name)?.attributes ?? {});
            return created;
          },
          async remove(resource, created, context) {
            const name = queueName(created.ref);
            if (sqs.fauxqs.sqs.getQueueByName(name)) await remove(name);
            await type.remove?.(resource, { ...created, ref: queueUrl(sqs, name) }, context);
          },
        };
      }),
  };
};
