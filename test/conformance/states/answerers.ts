import { call } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import type { JsonObject } from './recording.ts';

/** Takes messages with task tokens from a queue and answers the tokens, until stopped. */
export type Answerer = { stop(): Promise<void> };

/** What is done with a token whose message has arrived, by the fixture that does it. */
const ANSWERS: Readonly<Record<string, (endpoint: Endpoint, taskToken: string, message: unknown) => Promise<unknown>>> =
  {
    sqs_send_task_success_state_machine: (endpoint, taskToken, message) =>
      call(endpoint, 'states', 'SendTaskSuccess', { taskToken, output: JSON.stringify(message ?? null) }),
    sqs_send_task_failure_state_machine: (endpoint, taskToken) =>
      call(endpoint, 'states', 'SendTaskFailure', { taskToken, error: 'Failure error', cause: 'Failure cause' }),
    sqs_send_heartbeat_and_task_success_state_machine: async (endpoint, taskToken, message) => {
      await call(endpoint, 'states', 'SendTaskHeartbeat', { taskToken });
      await call(endpoint, 'states', 'SendTaskSuccess', { taskToken, output: JSON.stringify(message ?? null) });
    },
  };

export const isAnswerer = (fixture: string): boolean => fixture in ANSWERS;

export const startAnswerer = (endpoint: Endpoint, fixture: string, QueueUrl: string): Answerer => {
  const answer = ANSWERS[fixture];
  let running = true;
  const loop = async (): Promise<void> => {
    while (running) {
      const { response } = await call(endpoint, 'sqs', 'ReceiveMessage', {
        QueueUrl,
        WaitTimeSeconds: 1,
        MaxNumberOfMessages: 10,
      });
      for (const { Body, ReceiptHandle } of messagesOf(response)) {
        const { TaskToken, Message } = JSON.parse(Body) as { TaskToken: string; Message?: unknown };
        await answer?.(endpoint, TaskToken, Message);
        await call(endpoint, 'sqs', 'DeleteMessage', { QueueUrl, ReceiptHandle });
      }
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      running = false;
      await ended;
    },
  };
};

/**
 * Answers the tokens of messages that a case took itself: recordings keep that it received them, not that it then
 * sent a heartbeat and, as the output, the message.
 */
export const answerReceived = async (endpoint: Endpoint, response: JsonObject): Promise<void> => {
  for (const { Body } of messagesOf(response)) {
    const taskToken = tokenIn(Body);
    if (taskToken === undefined) continue;
    await call(endpoint, 'states', 'SendTaskHeartbeat', { taskToken });
    await call(endpoint, 'states', 'SendTaskSuccess', { taskToken, output: Body });
  }
};

const tokenIn = (body: string): string | undefined => {
  try {
    return (JSON.parse(body) as { TaskToken?: string }).TaskToken;
  } catch {
    return undefined;
  }
};

const messagesOf = (response: JsonObject): { Body: string; ReceiptHandle: string }[] =>
  (response.Messages ?? []) as { Body: string; ReceiptHandle: string }[];
