import type { DatabaseSync } from 'node:sqlite';
import type { AnsweredRequest } from '../cloudwatch/sources/api-gateway.ts';
import type { Identities } from '../iam/identities.ts';
import type { WriteLog } from '../lambda/report.ts';
import type { KeysOf } from './authorize/jwt.ts';
import type { InvokeOptions } from './invoke.ts';

/** What API Gateway is made with. */
export type GatewayOptions = InvokeOptions & {
  database: DatabaseSync;
  identities: Identities;
  /** The public keys of a token's issuer. */
  keysOf: KeysOf;
  log: WriteLog;
  /** Told of every request that an HTTP API has answered. */
  onAnswered?: (request: AnsweredRequest) => void;
};
