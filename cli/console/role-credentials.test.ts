import { expect, test } from 'vitest';
import { type RoleCredentials, roleCredentials } from './role-credentials.ts';

const HOUR = 3_600_000;

/** A role that is taken on for an hour each time, on a clock that stands still until it is set. */
const role = (refusals = 0) => {
  const clock = { now: 0 };
  let assumed = 0;
  const assume = async (): Promise<RoleCredentials> => {
    assumed += 1;
    if (assumed <= refusals) throw new Error('AccessDenied');
    const keys = { accessKeyId: `key ${assumed}`, secretAccessKey: '', sessionToken: '' };
    return { ...keys, expiration: new Date(clock.now + HOUR) };
  };
  return { clock, credentials: roleCredentials(assume, () => clock.now), assumed: () => assumed };
};

test('a role is taken on once for all who ask, and anew before its credentials end', async () => {
  const { clock, credentials, assumed } = role();
  await Promise.all([credentials(), credentials()]);
  clock.now = HOUR - 5 * 60_000 - 1;
  expect((await credentials()).accessKeyId).toBe('key 1');
  clock.now += 1;
  const both = await Promise.all([credentials(), credentials()]);
  expect(both.map(({ accessKeyId }) => accessKeyId)).toEqual(['key 2', 'key 2']);
  expect(assumed()).toBe(2);
});

test('a role that was refused is asked for again by the next call', async () => {
  const { credentials } = role(1);
  await expect(credentials()).rejects.toThrow('AccessDenied');
  expect((await credentials()).accessKeyId).toBe('key 2');
});
