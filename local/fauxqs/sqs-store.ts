import type { MessageTraces } from '../sqs/message-traces.ts';

export type SqsMessage = {
  messageId: string;
  sentTimestamp: number;
  approximateReceiveCount: number;
  delayUntil?: number;
};

export type SqsQueue = {
  name: string;
  arn: string;
  attributes: Record<string, string>;
  messages: SqsMessage[];
  /** By receipt handle. */
  inflightMessages: Map<string, { message: SqsMessage; visibilityDeadline: number }>;
  delayedMessages: SqsMessage[];
  /** By message group. */
  fifoMessages: Map<string, SqsMessage[]>;
  fifoDelayed: Map<string, SqsMessage[]>;
  /** Told, and let go of, when a message can be received. */
  pollWaiters: { resolve: () => void }[];
  hasAvailableFifoMessages(): boolean;
  setAttributes(attributes: Record<string, string>): void;
};

export type SqsAction = (
  input: object,
  store: object,
  request: { headers: Record<string, string> },
) => Promise<object> | object;

export type SqsStore = {
  /** fauxqs' own implementation of each API action. */
  actions: Readonly<Record<string, SqsAction>>;
  getQueueByName(name: string): SqsQueue | undefined;
  dropMessage(queue: SqsQueue, message: SqsMessage): void;
  /** Takes back messages whose visibility timeout or delay is over. */
  processTimers(queue: SqsQueue): void;
  /** Runs `work` on queues as one transaction. Where that cannot be kept, the queues are again as the database has them. */
  keep<T>(work: () => T): T;
  /** The trace headers of messages. */
  traces: MessageTraces;
  shutdown(): void;
};
