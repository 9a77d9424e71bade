import { expect, it } from 'vitest';
import type { CallContext, CallOrigin, Service } from './aws/service.ts';
import { createCloud } from './cloud.ts';
import { ACCOUNT_ID, REGION } from './identity.ts';

const principal = {
  arn: `arn:aws:iam::${ACCOUNT_ID}:user/administrator`,
  accountId: ACCOUNT_ID,
  policies: 'administrator',
} as const;

/** A caller whose signal is made when somebody asks for it. */
class Caller implements CallOrigin {
  readonly controller = new AbortController();
  get signal(): AbortSignal {
    return this.controller.signal;
  }
}

it('an operation hears of a caller that has gone, also where its signal is made for who asks', async () => {
  const contexts: CallContext[] = [];
  const run = (_input: unknown, context: CallContext): object => {
    contexts.push(context);
    return {};
  };
  const service: Service = { name: 'clockwork', operations: { Wind: { permissions: () => [], run } } };
  const cloud = createCloud({ accountId: ACCOUNT_ID, region: REGION, services: () => [service] });
  const caller = new Caller();
  await cloud.call('clockwork', 'Wind', {}, principal, caller);
  await cloud.call('clockwork', 'Wind', {}, principal);
  caller.controller.abort();
  expect(contexts.map(({ signal }) => signal?.aborted)).toEqual([true, undefined]);
});
