import type { Clock } from '../../clock.ts';
import type { OriginAnswer } from '../../cloudfront/s3-origin.ts';
import type { Backend, UserPool } from '../backend.ts';
import type { ChangeUser } from './change-user.ts';
import type { Kept } from './kept.ts';

/** What the endpoints work with. */
export type Hosted = {
  backend: Backend;
  clock: Clock;
  kept: Kept;
  changeUser: ChangeUser;
  issuerDomain: string;
  /** Where the site answers, known once it does. */
  siteUrl: () => string | undefined;
};

/** A request to the hosted sign-in of one user pool. */
export type HostedRequest = {
  pool: UserPool;
  method: string;
  /** The path before the endpoint's own; empty where the host names the pool. */
  base: string;
  /** As sent, without its question mark. */
  query: string;
  parameters: URLSearchParams;
  /** What a form sent; empty for any other body. */
  form: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  cookies: ReadonlyMap<string, string>;
};

export type Endpoint = (hosted: Hosted, request: HostedRequest) => Promise<OriginAnswer> | OriginAnswer;

export const epochSeconds = (clock: Clock): number => Math.floor(clock.now() / 1000);
