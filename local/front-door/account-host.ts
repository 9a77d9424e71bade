import { lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';

/**
 * Resolves names below `localhost`, which not every resolver knows, to 127.0.0.1. The SDK's client of key value stores puts
 * the account's id before the endpoint's host, `http://000000000000.localhost:<port>`, and can put it before no address.
 */
export const lookup: LookupFunction = (hostName, options, done) => {
  if (!/(^|\.)localhost$/i.test(hostName)) lookUp(hostName, options, done);
  else if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
  else done(null, '127.0.0.1', 4);
};

/** What makes a client of key value stores out of the settings of any other SDK client. */
export const withAccountHost = <Settings extends { endpoint: string }>(settings: Settings) => ({
  ...settings,
  endpoint: `http://localhost:${new URL(settings.endpoint).port}`,
  requestHandler: { httpAgent: { lookup } },
});
