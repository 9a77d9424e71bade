import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { queues } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';

const QueueUrl = /* @__PURE__ */ variable('DEAD_LETTERS_URL');

/** Keeps a record that cannot be announced, whole: the stream itself forgets it after a day. */
export const setAside = async (record: unknown, reason: string): Promise<void> => {
  await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ reason, record }) }));
};
