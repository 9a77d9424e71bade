import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../../cli/sign-in.ts';
import { readAssembly } from '../../local/assembly/read-assembly.ts';
import { testAssembly } from './assembly.ts';
import { type System, startSystem } from './system.ts';

const ROLES = ['editor', 'publisher', 'operator', 'admin'] as const;
type Role = (typeof ROLES)[number];

const [WRITES, READS, PUBLISHES, STAFF, LOOKS]: readonly Role[][] = [
  ['editor', 'admin'],
  ['editor', 'publisher', 'admin'],
  ['publisher', 'admin'],
  ['editor', 'publisher', 'operator', 'admin'],
  ['editor', 'publisher', 'operator', 'admin'],
];

/** Who may call each route of the API. Whoever adds a route says here who may. */
const MAY: Readonly<Record<string, readonly Role[] | 'anybody' | undefined>> = {
  'POST /assets': WRITES,
  'GET /assets': LOOKS,
  'GET /assets/{id}': LOOKS,
  'PUT /assets/{id}': WRITES,
  'DELETE /assets/{id}': WRITES,
  'POST /assets/changes': WRITES,
  'POST /assets/fetches': WRITES,
  'POST /assets/{id}/trash': WRITES,
  'POST /assets/{id}/restore': WRITES,
  'POST /assets/{id}/parts': WRITES,
  'GET /assets/{id}/parts': WRITES,
  'POST /assets/{id}/completion': WRITES,
  'DELETE /assets/{id}/upload': WRITES,
  'POST /assets/{id}/replacement': WRITES,
  'POST /assets/{id}/renditions/{name}/retry': WRITES,

  'GET /content-types': READS,
  'POST /content': WRITES,
  'GET /content': READS,
  'GET /content/{id}': READS,
  'PUT /content/{id}': WRITES,
  'DELETE /content/{id}': WRITES,
  'POST /content/{id}/restore': WRITES,
  'POST /content/{id}/draft': READS,
  'GET /content/{id}/history': READS,
  'GET /content/{id}/revisions': READS,
  'GET /content/{id}/revisions/{version}': READS,
  'POST /content/{id}/revisions/{version}/restore': WRITES,
  'GET /content/{id}/diff': READS,
  'POST /content/{id}/preview': READS,
  'POST /content/{id}/publications': PUBLISHES,
  'POST /content/publications': PUBLISHES,
  'GET /content/publications/{id}': READS,
  'PUT /content/{id}/schedules/{kind}': PUBLISHES,
  'DELETE /content/{id}/schedules/{kind}': PUBLISHES,
  'POST /content/schedules': PUBLISHES,
  'POST /content/rebuild': ['admin'],

  'POST /releases': READS,
  'GET /releases': LOOKS,
  'GET /releases/{id}': LOOKS,
  'PUT /releases/{id}': READS,
  'DELETE /releases/{id}': PUBLISHES,
  'GET /releases/{id}/readiness': READS,
  'POST /releases/{id}/schedule': PUBLISHES,
  'DELETE /releases/{id}/schedule': PUBLISHES,
  'POST /releases/{id}/go': PUBLISHES,
  'POST /releases/{id}/roll-back': PUBLISHES,
  'POST /releases/{id}/rehearsals': READS,
  'GET /releases/{id}/rehearsals/{rehearsalId}': READS,

  'GET /chat/gaps': STAFF,
  'GET /chat/gaps/{id}': STAFF,
  'POST /chat/gaps/{id}/draft': READS,
  'DELETE /chat/gaps/{id}': READS,
  'GET /chat/feedback': STAFF,
  'GET /chat/topics': STAFF,
  'POST /chat/try': STAFF,
  'GET /chat/tickets': STAFF,
  'GET /chat/tickets/{id}': STAFF,
  'POST /chat/tickets/{id}/replies': STAFF,

  // What fans reach goes by the token of their conversation.
  'POST /chat/conversations': 'anybody',
  'DELETE /chat/conversations/{id}': 'anybody',
  'GET /chat/conversations/{id}/turns': 'anybody',
  'POST /chat/conversations/{id}/turns': 'anybody',
  'POST /chat/conversations/{id}/turns/{turn}/feedback': 'anybody',
  'POST /chat/conversations/{id}/turns/{turn}/later': 'anybody',
  'POST /chat/conversations/{id}/hand-over': 'anybody',
  'GET /chat/ask': 'anybody',
  'POST /chat/ask': 'anybody',
  'GET /web/{file+}': 'anybody',
};

/** Every route of the HTTP API, as the template has it: whether it asks for a token. */
const routes = readAssembly(testAssembly())
  .stacks.flatMap(({ template }) => Object.values(template.Resources ?? {}))
  .filter(({ Type, Properties }) => Type === 'AWS::ApiGatewayV2::Route' && / \//.test(String(Properties?.RouteKey)))
  .map(({ Properties }) => ({ key: String(Properties?.RouteKey), isOpen: Properties?.AuthorizationType === 'NONE' }))
  .sort((one, other) => one.key.localeCompare(other.key));

/** Something that is none, in the form that a route expects, so that whoever may is refused for another reason. */
const [ID, ITEM] = ['3b1c2d4e-0000-4000-8000-000000000000', 'no-such-item'];
const addressOf = (path: string): string =>
  path
    .replace('{id}', path.startsWith('/content/{') || path.startsWith('/releases') ? ITEM : ID)
    .replace(/\{(version|turn)\}/, '1')
    .replace('{name}', 'frame-320.avif')
    .replace('{kind}', 'publish')
    .replace(/\{\w+\+?\}/g, ID);

let system: System;
let tokens: Record<Role, string>;
beforeAll(async () => {
  system = await startSystem();
  const all = ROLES.map(async (role) => [role, await signIn(system.connection, role)] as const);
  tokens = Object.fromEntries(await Promise.all(all)) as Record<Role, string>;
});
afterAll(() => system?.stop());

/** The API itself, apart from the CDN: whoever knows its address may try. */
const call = async (key: string, token: string): Promise<number> => {
  const [method = '', path = ''] = key.split(' ');
  const { ApiUrl } = system.connection.outputs;
  const response = await fetch(`${ApiUrl}${addressOf(path)}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{"no":"sense"}' }),
  });
  await response.arrayBuffer();
  return response.status;
};

test('of every route it is said who may call it', () => {
  expect(routes.map(({ key }) => key)).toEqual(Object.keys(MAY).sort((one, other) => one.localeCompare(other)));
  expect(routes.filter(({ isOpen }) => isOpen).map(({ key }) => key)).toEqual(
    routes.filter(({ key }) => MAY[key] === 'anybody').map(({ key }) => key),
  );
});

describe.each(routes.filter(({ isOpen }) => !isOpen))('$key', ({ key }) => {
  const may = MAY[key];

  test('lets in its roles and refuses the others, and whoever has no token or a wrong one', async () => {
    const answers = Object.fromEntries(
      await Promise.all(ROLES.map(async (role) => [role, (await call(key, tokens[role])) === 403 ? 'no' : 'yes'])),
    );
    expect(answers).toEqual(
      Object.fromEntries(ROLES.map((role) => [role, may?.includes(role as never) ? 'yes' : 'no'])),
    );
    for (const token of ['', 'nonsense', `${tokens.admin}x`]) expect(await call(key, token)).toBe(401);
  });
});
