import { chain, type World } from '../testing.ts';

/** What a worker is handed. */
export type Task = { taskToken?: string; input?: string };

export const activityOf = async (world: World, name = 'paint'): Promise<string> =>
  String((await world.api('CreateActivity', { name })).activityArn);

/** A machine whose one task is an activity's. */
export const taskOf = (Resource: string, more: object = {}) => chain({ Work: { Type: 'Task', Resource, ...more } });

export const poll = (world: World, activityArn: string, more: object = {}): Promise<Task> =>
  world.api<Task>('GetActivityTask', { activityArn, ...more });

/** The types of an execution's events behind those of its start. */
export const types = async (world: World, executionArn: string): Promise<string[]> =>
  (await world.history(executionArn)).map(({ type }) => type).slice(2);
