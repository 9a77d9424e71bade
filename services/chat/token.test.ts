import { expect, test } from 'vitest';
import { TOKEN_LIFE } from './settings.ts';
import { checkToken, issueToken } from './token.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';

const world = (key = 'a key') => {
  const clock = { now: Date.parse('2026-03-01T10:00:00Z') };
  return { clock, deps: { tokenKey: async () => key, now: () => clock.now } };
};

test('a token is good for its conversation, and says until when', async () => {
  const { deps } = world();
  const { token, expiresAt } = await issueToken(deps, ID);
  expect(expiresAt).toBe('2026-03-01T11:00:00.000Z');
  expect(await checkToken(deps, ID, token)).toEqual({});
  expect(await issueToken(deps, ID)).toEqual({ token, expiresAt });
});

test('whoever uses it when half of its life is gone gets a fresh one, and the old one is good to its end', async () => {
  const { clock, deps } = world();
  const { token } = await issueToken(deps, ID);
  clock.now += TOKEN_LIFE / 2;
  expect(await checkToken(deps, ID, token)).toEqual({});
  clock.now += 1;
  const fresh = await checkToken(deps, ID, token);
  expect(fresh.expiresAt).toBe(new Date(clock.now + TOKEN_LIFE).toISOString());
  expect(await checkToken(deps, ID, fresh.token)).toEqual({});
  clock.now += TOKEN_LIFE / 2 - 2;
  expect(await checkToken(deps, ID, token)).toHaveProperty('token');
});

test('when it has ended it is refused, and a new conversation has to be opened', async () => {
  const { clock, deps } = world();
  const { token } = await issueToken(deps, ID);
  clock.now += TOKEN_LIFE;
  await expect(checkToken(deps, ID, token)).rejects.toMatchObject({
    status: 401,
    code: 'token-expired',
    field: 'token',
  });
});

test('that of another conversation is refused', async () => {
  const { deps } = world();
  const { token } = await issueToken(deps, OTHER);
  await expect(checkToken(deps, ID, token)).rejects.toMatchObject({ status: 403, code: 'token-foreign' });
});

test('one that was changed in any place, or signed with another key, was not made here', async () => {
  const { deps } = world();
  const { token } = await issueToken(deps, ID);
  const [, expires = '', signature = ''] = token.split('.');
  const wrong = [
    ...['', 'nonsense', '...', `${token}.`, `${token}x`, token.slice(0, -1), token.toUpperCase()],
    ...[
      `${OTHER}.${expires}.${signature}`,
      `${ID}.${expires}z.${signature}`,
      `${ID}..${signature}`,
      `${ID}.${expires}.`,
    ],
    (await issueToken(world('another key').deps, ID)).token,
  ];
  for (const each of [undefined, ...wrong])
    await expect(checkToken(deps, ID, each), String(each)).rejects.toMatchObject({
      status: 401,
      code: 'token-unknown',
    });
});

test('one that is good for longer is good to its end', async () => {
  const { clock, deps } = world();
  const { token } = await issueToken(deps, ID, clock.now + 10 * TOKEN_LIFE);
  clock.now += 9 * TOKEN_LIFE;
  expect(await checkToken(deps, ID, token)).toEqual({});
});
