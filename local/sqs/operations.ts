import { AwsError } from '../aws/error.ts';
import { honouring } from '../aws/honouring.ts';
import type { CallContext, Operation } from '../aws/service.ts';
import type { SqsAction } from '../fauxqs/sqs-store.ts';
import { checkInput, sorted } from './check-input.ts';
import { queueArn, queueName, queueUrl, type Sqs } from './create-sqs.ts';
import { SQS_HONOURED } from './honoured.ts';
import { withTrace } from './message-traces.ts';
import { dropOld, receiveMessage } from './receive-message.ts';

type Input = {
  QueueUrl?: string;
  QueueName?: string;
  QueueOwnerAWSAccountId?: string;
  MessageBody?: string;
  Entries?: object[];
};

/** IAM judges a batch by the action that it repeats. */
const ACTIONS: Readonly<Record<string, string>> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

/** SQS's operations: fauxqs' own, with queue URLs and errors as clients of the front door need them. */
export const sqsOperations = (sqs: Sqs): Record<string, Operation> => {
  const operations: Record<string, Operation> = {};
  for (const [name, action] of Object.entries(sqs.fauxqs.sqs.actions)) operations[name] = operation(sqs, name, action);
  operations.GetQueueUrl = {
    ...operation(sqs, 'GetQueueUrl', () => ({})),
    run: (input: Input) => urlOf(sqs, input),
  };
  operations.ReceiveMessage = { ...operation(sqs, 'ReceiveMessage', () => ({})), run: receiveMessage(sqs, translated) };
  return honouring(operations, SQS_HONOURED);
};

const operation = (sqs: Sqs, name: string, action: SqsAction): Operation => ({
  permissions({ QueueUrl, QueueName }: Input) {
    const queue = QueueUrl === undefined ? QueueName : queueName(QueueUrl);
    const resource = name === 'ListQueues' ? '*' : queueArn(sqs, queue ?? '');
    return [{ action: `sqs:${ACTIONS[name] ?? name}`, resource }];
  },
  async run(given: Input, { trace }: CallContext) {
    const queue = sqs.fauxqs.sqs.getQueueByName(queueName(given.QueueUrl));
    checkInput(name, given, queue);
    const { good, failed } = sorted(name === 'SendMessageBatch' ? (given.Entries ?? []) : [], queue);
    if (failed.length > 0 && good.length === 0) return { Successful: [], Failed: failed };
    const input = failed.length > 0 ? { ...given, Entries: good } : given;
    if (name === 'SendMessage' && !input.MessageBody)
      throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.');
    // A count is that of now, also where nobody has received anything since a message came back or grew too old.
    if (name === 'GetQueueAttributes' && queue) dropOld(sqs, queue);
    // All of a batch is kept, or none of it; the actions that come here never wait.
    const output = await translated(() =>
      sqs.fauxqs.sqs.keep(() =>
        action(
          name.startsWith('SendMessage') ? withTrace(located(sqs, input), trace) : located(sqs, input),
          sqs.fauxqs.sqs,
          request(sqs),
        ),
      ),
    );
    const { Failed = [] } = output as { Failed?: object[] };
    return withUrls(sqs, failed.length > 0 ? { ...output, Failed: [...Failed, ...failed] } : output);
  },
});

/** In process a queue may be named by its ARN; fauxqs knows URLs. Throws `InvalidAddress` for what is neither. */
const located = <T extends Input>(sqs: Sqs, input: T): T => {
  if (input.QueueUrl === undefined) return input;
  if (!/^arn:|^https?:\/\/[^/]+\/\d{12}\/[^/]+$/.test(input.QueueUrl))
    throw new AwsError('InvalidAddress', `The address ${input.QueueUrl} is not valid for this endpoint.`, 404);
  return { ...input, QueueUrl: queueUrl(sqs, queueName(input.QueueUrl)) };
};

/** What fauxqs reads of a request: the host, of which it makes queue URLs. */
const request = ({ port }: Sqs) => ({ headers: { host: `127.0.0.1:${port()}` } });

/** Queue URLs outlive a change of port only by their path, so every answer tells the present one. */
const withUrls = (sqs: Sqs, output: object): object => {
  const { QueueUrl, QueueUrls } = output as { QueueUrl?: string; QueueUrls?: string[] };
  return {
    ...output,
    ...(QueueUrl !== undefined && { QueueUrl: queueUrl(sqs, queueName(QueueUrl)) }),
    ...(QueueUrls !== undefined && { QueueUrls: QueueUrls.map((url) => queueUrl(sqs, queueName(url))) }),
  };
};

const urlOf = (sqs: Sqs, { QueueName: name = '', QueueOwnerAWSAccountId: owner = sqs.accountId }: Input): object => {
  if (owner === sqs.accountId && sqs.fauxqs.sqs.getQueueByName(name)) return { QueueUrl: queueUrl(sqs, name) };
  throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.', 400);
};

const translated = async <T>(work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('queryCode' in error)) throw error;
    const { code, statusCode } = error as unknown as { code: string; statusCode: number };
    throw new AwsError(code, error.message, statusCode);
  }
};
