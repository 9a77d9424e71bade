import { expect } from 'vitest';
import type { ApiBench } from '../testing.ts';

/** Says on its log what it was told, so that a test can see it. */
export const TOLD =
  'export const handler = async (event) => { console.log(JSON.stringify(event)); return { statusCode: 200 }; };';

export const ECHO = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';

/** What ids of connections, requests and messages look like. */
export const ID = /^[\w-]{15}=$/;

type Event = Record<string, unknown> & { requestContext: Record<string, unknown> };

/** The events of a type that functions were told of. */
export const told = ({ logs }: ApiBench, type: string): Event[] =>
  logs
    .map(({ message }) => /\t(\{"[^\t]*\})$/.exec(message)?.[1])
    .filter((text) => text !== undefined)
    .map((text) => JSON.parse(text) as Event)
    .filter(({ requestContext }) => requestContext?.eventType === type);

/** The event of a type, once a function has been told of it. */
export const whenTold = async (api: ApiBench, type: string): Promise<Event> => {
  await expect.poll(() => told(api, type).length, { timeout: 20_000 }).toBe(1);
  return told(api, type).at(-1) as Event;
};

/** A route that answers its client. */
export const answering = async (api: ApiBench, key: string, code = ECHO): Promise<void> => {
  const RouteId = await api.route(key, code, { route: { RouteResponseSelectionExpression: '$default' } });
  await api.make('RouteResponse', `Response${key}`, { ApiId: api.id, RouteId, RouteResponseKey: '$default' });
};

/** The last of `count` items, once there are as many. */
export const last = async <Item>(items: readonly Item[], count = 1): Promise<Item> => {
  await expect.poll(() => items.length, { timeout: 20_000 }).toBe(count);
  return items.at(-1) as Item;
};
