import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { deliver } from '../deliver.ts';
import { listOf } from '../input.ts';
import { type MessageInput, readMessage } from '../message.ts';
import type { Sns } from '../sns.ts';
import { topicOf } from '../topic.ts';

type Entry = MessageInput & { Id: string };
type Input = { TopicArn?: string; PublishBatchRequestEntries?: unknown };

/** Most entries of one batch. */
const MOST = 10;

/** Publishes up to ten messages; each succeeds or fails on its own. */
export const publishBatch = (sns: Sns): Operation => ({
  permissions: ({ TopicArn }: Input) => [{ action: 'sns:Publish', resource: String(TopicArn) }],
  async run({ TopicArn, PublishBatchRequestEntries }: Input, { trace }) {
    const topic = topicOf(sns, TopicArn);
    const entries = listOf<Entry>(PublishBatchRequestEntries);
    check(entries);
    const Successful: object[] = [];
    const Failed: object[] = [];
    for (const { Id, ...input } of entries) {
      try {
        const message = readMessage(sns, topic, input);
        await deliver(sns, topic, message, trace);
        const { id: MessageId, sequenceNumber: SequenceNumber } = message;
        Successful.push({ Id, MessageId, ...(SequenceNumber === undefined ? {} : { SequenceNumber }) });
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        Failed.push({ Id, Code: error.code, Message: error.message, SenderFault: true });
      }
    }
    return { Successful, Failed };
  },
});

const check = (entries: readonly Entry[]): void => {
  if (entries.length === 0) throw new AwsError('EmptyBatchRequest', "The batch request doesn't contain any entries.");
  if (entries.length > MOST)
    throw new AwsError('TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.');
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  if (entries.some(({ Id }) => !/^[\w-]{1,80}$/.test(Id)))
    throw new AwsError(
      'InvalidBatchEntryId',
      'The Id of a batch entry in a batch request does not abide by the specification.',
    );
};
