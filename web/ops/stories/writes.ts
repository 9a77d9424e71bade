import { objectIn } from '@marquee/ui/json-object.ts';
import type { ExecutionTree } from '../history/model.ts';

type Json = Readonly<Record<string, unknown>>;

const WRITES = /:dynamodb:(putItem|updateItem|transactWriteItems)$/;

/** A record's place: its table, and its key as DynamoDB's own attributes. */
export type Written = { table: string; key: Readonly<Record<string, { S: string }>> };

const keyText = (value: unknown): string | undefined => {
  const { S } = (value ?? {}) as { S?: unknown };
  return typeof S === 'string' ? S : undefined;
};

const placeOf = ({ TableName, Key, Item }: Json): Written[] => {
  const { pk, sk } = (Key ?? Item ?? {}) as Json;
  const [one, other] = [keyText(pk), keyText(sk)];
  return typeof TableName === 'string' && one !== undefined && other !== undefined
    ? [{ table: TableName, key: { pk: { S: one }, sk: { S: other } } }]
    : [];
};

/** The records that an execution's states wrote, each once. */
export const writtenBy = (tree: ExecutionTree): Written[] => {
  const found = new Map<string, Written>();
  for (const { resource = '', attempts } of tree.visits) {
    if (!WRITES.test(resource)) continue;
    for (const { parameters, standing } of attempts) {
      if (standing !== 'succeeded') continue;
      const call = objectIn(parameters);
      const { TransactItems } = call as { TransactItems?: readonly Json[] };
      const calls = Array.isArray(TransactItems)
        ? TransactItems.flatMap((item) => [item.Put, item.Update].filter((each) => each !== undefined) as Json[])
        : [call];
      for (const written of calls.flatMap(placeOf)) found.set(JSON.stringify(written), written);
    }
  }
  return [...found.values()];
};

/** The ids of the events that an execution's states put on the bus. */
export const announcedBy = (tree: ExecutionTree): string[] =>
  tree.visits
    .filter(({ resource = '' }) => /:events:putEvents/.test(resource))
    .flatMap(({ attempts }) => attempts)
    .flatMap(({ parameters }) => {
      const { Entries } = objectIn(parameters) as { Entries?: readonly Json[] };
      return (Array.isArray(Entries) ? Entries : []).flatMap(({ Detail }) => {
        const detail = (typeof Detail === 'string' ? objectIn(Detail) : Detail) as
          | { metadata?: { eventId?: string } }
          | undefined;
        return detail?.metadata?.eventId ?? [];
      });
    });

/** The executions that an execution's states started. */
export const startedBy = (tree: ExecutionTree): string[] =>
  tree.visits.flatMap(({ attempts }) => attempts.flatMap(({ childExecutionArn }) => childExecutionArn ?? []));
