import type { Operation } from '../../aws/service.ts';
import { transaction } from '../../database.ts';
import type { SnsSubscription } from '../../fauxqs/sns-store.ts';
import { checkSubscriptionAttribute } from '../attributes.ts';
import { translated } from '../errors.ts';
import { mapOf } from '../input.ts';
import type { Sns } from '../sns.ts';
import { invalidParameter, onTopic, topicOf } from '../topic.ts';

type Input = { TopicArn?: string; Protocol?: string; Endpoint?: string; Attributes?: unknown };

/** What an endpoint of each protocol must look like. */
const ENDPOINTS: Readonly<Record<string, { pattern: RegExp; name: string }>> = {
  sqs: { pattern: /^arn:aws[\w-]*:sqs:[\w-]+:\d{12}:[\w.-]+$/, name: 'SQS endpoint ARN' },
  lambda: { pattern: /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w:$-]+$/, name: 'Lambda endpoint ARN' },
};

/** Subscribes a queue or a function, which needs no confirmation. */
export const subscribe = (sns: Sns): Operation => ({
  permissions: onTopic('Subscribe'),
  run: (input: Input) => ({ SubscriptionArn: addSubscription(sns, input).arn }),
});

/** Throws `InvalidParameter` for a protocol or an endpoint that the runtime cannot reach. */
export const addSubscription = (
  sns: Sns,
  { TopicArn, Protocol = '', Endpoint = '', Attributes }: Input,
): SnsSubscription => {
  const topic = topicOf(sns, TopicArn);
  const known = Object.hasOwn(ENDPOINTS, Protocol) ? ENDPOINTS[Protocol] : undefined;
  if (!known)
    throw invalidParameter(
      `Protocol: the embedded runtime delivers to sqs and lambda only, not to ${Protocol || 'nothing'}`,
    );
  if (!known.pattern.test(Endpoint)) throw invalidParameter(known.name);
  if (topic.attributes.FifoTopic === 'true' && Protocol !== 'sqs')
    throw invalidParameter('Endpoint Reason: Please use FIFO SQS queue');
  const attributes = mapOf<string>(Attributes);
  for (const [name, value] of Object.entries(attributes)) checkSubscriptionAttribute(sns, name, value);
  const { sns: store, database } = sns.fauxqs;
  return transaction(database, () => {
    const added = translated(() => store.subscribe(topic.arn, Protocol, Endpoint, attributes));
    if (!added) throw invalidParameter('TopicArn');
    added.confirmed = true;
    store.saveSubscription(added);
    return added;
  });
};
