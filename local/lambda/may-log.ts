import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { FunctionConfiguration } from './configuration.ts';

/**
 * Whether a function's role may create a log stream and write to it, for it is the role that writes a function's log.
 * Roles name the group's ARN with `:*` behind it, which covers its streams, or, for creation, without.
 */
export const mayLog = (
  cloud: Cloud,
  role: Principal,
  { logGroup }: FunctionConfiguration,
  stream: string,
  { accountId, region }: { accountId: string; region: string },
): boolean => {
  const group = `arn:aws:logs:${region}:${accountId}:log-group:${logGroup}`;
  const may = (action: string, resource: string): boolean =>
    cloud.refusalOf('logs', role, { action: `logs:${action}`, resource }) === undefined;
  const ofStream = `${group}:log-stream:${stream}`;
  return (may('CreateLogStream', ofStream) || may('CreateLogStream', group)) && may('PutLogEvents', ofStream);
};
