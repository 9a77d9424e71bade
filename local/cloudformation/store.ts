import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Output } from '../assembly/open-stack.ts';
import type { Created, Resource } from '../assembly/resource-type.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';
import { createTables } from './schema.ts';

export type OnFailure = 'ROLLBACK' | 'DELETE' | 'DO_NOTHING';

/** A template with the values that it is carried out with. */
export type Source = { template: string; parameters: Readonly<Record<string, string>> };

export type StackRow = {
  id: string;
  name: string;
  template: string;
  parameters: string;
  capabilities: string;
  tags: string;
  on_failure: OnFailure;
  protected: number;
  status: string;
  reason: string | null;
  outputs: string;
  /** What the stack goes back to where an update fails, as JSON of a `Source`. */
  previous: string | null;
  created_at: number;
  updated_at: number | null;
  deleted_at: number | null;
};

export type ResourceRow = {
  position: number;
  logicalId: string;
  type: string;
  physicalId: string | undefined;
  status: string;
  reason: string | undefined;
  begun: boolean;
  replaced: boolean;
  resource: Resource;
  created: Created | undefined;
  at: number;
};

export type EventRow = {
  id: string;
  logical_id: string;
  physical_id: string | null;
  type: string;
  status: string;
  reason: string | null;
  at: number;
};

type Change = { status: string; reason?: string | undefined; begun?: boolean; created?: Created };

const STACK = 'AWS::CloudFormation::Stack';

export type StackStore = ReturnType<typeof createStackStore>;

/** What is known of stacks that came over the wire. Every change of a status is an event of the stack as well. */
export const createStackStore = (database: DatabaseSync, clock: Clock) => {
  createTables(database);
  const insertEvent = database.prepare(
    'INSERT INTO cloudformation_events (id, stack, logical_id, physical_id, type, status, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const event = (stack: string, logicalId: string, physicalId: string | undefined, type: string, change: Change) => {
    const { status, reason = null } = change;
    insertEvent.run(randomUUID(), stack, logicalId, physicalId ?? null, type, status, reason, clock.now());
  };
  const find = (id: string): StackRow | undefined =>
    database.prepare('SELECT * FROM cloudformation_stacks WHERE id = ?').get(id) as StackRow | undefined;
  const rows = (query: string, ...values: string[]): ResourceRow[] =>
    (database.prepare(`SELECT * FROM cloudformation_resources ${query}`).all(...values) as RawResource[]).map(read);

  return {
    find,
    /** The stack of that name that is not deleted. */
    named: (name: string): StackRow | undefined =>
      database
        .prepare("SELECT * FROM cloudformation_stacks WHERE name = ? AND status <> 'DELETE_COMPLETE'")
        .get(name) as StackRow | undefined,
    /** All stacks, the oldest first. */
    all: (): StackRow[] =>
      database.prepare('SELECT * FROM cloudformation_stacks ORDER BY created_at, rowid').all() as StackRow[],
    insert(row: Omit<StackRow, 'reason' | 'outputs' | 'previous' | 'created_at' | 'updated_at' | 'deleted_at'>): void {
      transaction(database, () => {
        database
          .prepare(
            `INSERT INTO cloudformation_stacks (id, name, template, parameters, capabilities, tags, on_failure, protected,
              status, outputs, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?)`,
          )
          .run(
            ...[row.id, row.name, row.template, row.parameters, row.capabilities, row.tags, row.on_failure],
            ...[row.protected, row.status, clock.now()],
          );
        event(row.id, row.name, row.id, STACK, { status: row.status, reason: 'User Initiated' });
      });
    },
    /** Puts a stack into a status; a new source comes with the one to go back to. */
    setStatus(id: string, status: string, reason?: string): void {
      transaction(database, () => {
        const { name = '' } = find(id) ?? {};
        const deleted = status === 'DELETE_COMPLETE' ? clock.now() : null;
        database
          .prepare('UPDATE cloudformation_stacks SET status = ?, reason = ?, deleted_at = ? WHERE id = ?')
          .run(status, reason ?? null, deleted, id);
        event(id, name, id, STACK, { status, reason });
      });
    },
    setSource(id: string, { template, parameters }: Source, previous: Source | undefined): void {
      database
        .prepare(
          'UPDATE cloudformation_stacks SET template = ?, parameters = ?, previous = ?, updated_at = ? WHERE id = ?',
        )
        .run(template, JSON.stringify(parameters), previous ? JSON.stringify(previous) : null, clock.now(), id);
    },
    setOutputs(id: string, outputs: readonly Output[]): void {
      database.prepare('UPDATE cloudformation_stacks SET outputs = ? WHERE id = ?').run(JSON.stringify(outputs), id);
    },
    /** Resources in the order in which they were made, without those that others replaced. */
    resources: (stack: string): ResourceRow[] => rows('WHERE stack = ? AND replaced = 0 ORDER BY position', stack),
    replaced: (stack: string): ResourceRow[] => rows('WHERE stack = ? AND replaced = 1 ORDER BY position', stack),
    resource: (stack: string, logicalId: string): ResourceRow | undefined =>
      rows('WHERE stack = ? AND logical_id = ? AND replaced = 0', stack, logicalId)[0],
    /** Writes what became of a resource; one that is new to the stack begins here. */
    putResource(stack: string, resource: Resource, change: Change): void {
      const { status, reason, begun = false, created } = change;
      transaction(database, () => {
        database
          .prepare(
            `INSERT INTO cloudformation_resources (stack, logical_id, type, physical_id, status, reason, begun, resource, created, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stack, logical_id) WHERE replaced = 0 DO UPDATE SET
            type = excluded.type, physical_id = coalesce(excluded.physical_id, physical_id), status = excluded.status,
            reason = excluded.reason, begun = max(begun, excluded.begun), resource = excluded.resource,
            created = coalesce(excluded.created, created), at = excluded.at`,
          )
          .run(
            ...[stack, resource.logicalId, resource.type, created?.ref ?? null, status, reason ?? null, begun ? 1 : 0],
            ...[JSON.stringify(resource), created ? JSON.stringify(created) : null, clock.now()],
          );
        event(stack, resource.logicalId, created?.ref, resource.type, change);
      });
    },
    /** Changes the status of one row, which may be one that was replaced. */
    setResource(stack: string, row: ResourceRow, { status, reason }: Change): void {
      transaction(database, () => {
        database
          .prepare('UPDATE cloudformation_resources SET status = ?, reason = ?, at = ? WHERE position = ?')
          .run(status, reason ?? null, clock.now(), row.position);
        event(stack, row.logicalId, row.physicalId, row.type, { status, reason });
      });
    },
    /** Sets a resource aside, to be removed once the update that replaced it is through. */
    setReplaced(row: ResourceRow): void {
      database.prepare('UPDATE cloudformation_resources SET replaced = 1 WHERE position = ?').run(row.position);
    },
    /** Writes what a resource is after a restart; no event. */
    refresh(row: ResourceRow, resource: Resource, created: Created): void {
      database
        .prepare('UPDATE cloudformation_resources SET resource = ?, created = ?, physical_id = ? WHERE position = ?')
        .run(JSON.stringify(resource), JSON.stringify(created), created.ref, row.position);
    },
    forget(row: ResourceRow): void {
      database.prepare('DELETE FROM cloudformation_resources WHERE position = ?').run(row.position);
    },
    /** The latest first. */
    events: (stack: string): EventRow[] =>
      database
        .prepare('SELECT * FROM cloudformation_events WHERE stack = ? ORDER BY position DESC')
        .all(stack) as EventRow[],
  };
};

type RawResource = {
  position: number;
  logical_id: string;
  type: string;
  physical_id: string | null;
  status: string;
  reason: string | null;
  begun: number;
  replaced: number;
  resource: string;
  created: string | null;
  at: number;
};

const read = (raw: RawResource): ResourceRow => ({
  position: raw.position,
  logicalId: raw.logical_id,
  type: raw.type,
  physicalId: raw.physical_id ?? undefined,
  status: raw.status,
  reason: raw.reason ?? undefined,
  begun: raw.begun === 1,
  replaced: raw.replaced === 1,
  resource: JSON.parse(raw.resource) as Resource,
  created: raw.created === null ? undefined : (JSON.parse(raw.created) as Created),
  at: raw.at,
});
