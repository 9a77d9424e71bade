import type { DatabaseSync } from 'node:sqlite';

type Attributes = { AWSTraceHeader?: { StringValue?: string } };
type Sent = { MessageSystemAttributes?: Attributes };
type Input = Sent & { Entries?: (Sent & { Id?: string })[] };
type Output = { MessageId?: string; Successful?: { Id?: string; MessageId?: string }[] };

/** The trace headers that messages carry, which fauxqs does not keep. They go with their messages. */
export const createMessageTraces = (database: DatabaseSync) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS sqs_traces (message_id TEXT PRIMARY KEY, trace TEXT NOT NULL) STRICT;
    CREATE TRIGGER IF NOT EXISTS sqs_traces_gone AFTER DELETE ON sqs_messages
      BEGIN DELETE FROM sqs_traces WHERE message_id = OLD.message_id; END`);
  const put = database.prepare('INSERT OR REPLACE INTO sqs_traces VALUES (?, ?)');
  const get = database.prepare('SELECT trace FROM sqs_traces WHERE message_id = ?');
  const keep = (messageId: string | undefined, { MessageSystemAttributes }: Sent): void => {
    const trace = MessageSystemAttributes?.AWSTraceHeader?.StringValue;
    if (messageId !== undefined && trace !== undefined) put.run(messageId, trace);
  };
  return {
    /** Keeps what a call of SendMessage or SendMessageBatch said. */
    note(input: object, output: object): void {
      const { Entries = [], ...sent } = input as Input;
      const { MessageId, Successful = [] } = output as Output;
      keep(MessageId, sent);
      for (const { Id, MessageId: id } of Successful) keep(id, Entries.find((each) => each.Id === Id) ?? {});
    },
    of: (messageId: string): string | undefined => {
      const trace = get.get(messageId)?.trace;
      return trace === undefined ? undefined : String(trace);
    },
  };
};

export type MessageTraces = ReturnType<typeof createMessageTraces>;

/** The input of a call that sends, with the caller's trace on each message that names none. */
export const withTrace = <T extends object>(input: T, trace: string | undefined): T => {
  if (trace === undefined) return input;
  const attributes = { AWSTraceHeader: { DataType: 'String', StringValue: trace } };
  const traced = (sent: Sent): Sent => ({
    ...sent,
    MessageSystemAttributes: { ...attributes, ...sent.MessageSystemAttributes },
  });
  const { Entries } = input as Input;
  return { ...input, ...(Entries ? { Entries: Entries.map(traced) } : traced(input as Sent)) };
};
