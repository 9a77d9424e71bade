import type { Clock } from '../clock.ts';
import type { MessageTraces } from '../sqs/message-traces.ts';
import { onClock } from '../sqs/on-clock.ts';
import { load } from './load.ts';
import type { SqsAction } from './sqs-store.ts';

const SQS_ACTIONS = [
  'CreateQueue',
  'DeleteQueue',
  'ListQueues',
  'GetQueueAttributes',
  'SetQueueAttributes',
  'PurgeQueue',
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'SendMessageBatch',
  'DeleteMessageBatch',
  'ChangeMessageVisibility',
  'ChangeMessageVisibilityBatch',
  'TagQueue',
  'UntagQueue',
  'ListQueueTags',
] as const;

/** The actions, on our clock: sent, hidden, delayed and told apart from duplicates by its time. None of them waits. */
export const sqsActions = async (clock: Clock, traces: MessageTraces): Promise<Record<string, SqsAction>> => {
  const actions: Record<string, SqsAction> = {};
  for (const name of SQS_ACTIONS) {
    const exported = name.charAt(0).toLowerCase() + name.slice(1);
    const module = await load<Record<string, SqsAction>>(`./sqs/actions/${exported}.js`);
    const action = module[exported];
    if (!action)
      throw new Error(`fauxqs has no SQS action ${name}; its version differs from the one this was written for.`);
    const onOurs: SqsAction = (input, store, request) => onClock(clock, () => action(input, store, request));
    const sending: SqsAction = (input, store, request) => {
      const output = onOurs(input, store, request);
      traces.note(input, output);
      return output;
    };
    actions[name] = name.startsWith('SendMessage') ? sending : onOurs;
  }
  return actions;
};
