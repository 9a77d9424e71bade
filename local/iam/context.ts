import type { Principal } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';

/** Values that conditions and policy variables may ask for, by key in lower case. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** When, where and from which address a request is made. */
export type Circumstances = { now?: number; region?: string; sourceIp?: string };

/** What every request carries, beside what the operation itself says of it. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const contextOf = (permission: Permission, principal: Principal, circumstances: Circumstances = {}): Context => {
  const { service, roleArn, accountId, arn } = principal;
  const context = new Map<string, readonly string[]>([
    ['aws:resourceaccount', [permission.resource.split(':')[4] || accountId]],
    ['aws:principalisawsservice', [String(service !== undefined)]],
    // The loopback interface stands for TLS here: nobody listens between the two ends.
    ['aws:securetransport', ['true']],
    ['aws:viaawsservice', ['false']],
  ]);
  const { now, region, sourceIp } = circumstances;
  if (region !== undefined) context.set('aws:requestedregion', [region]);
  if (sourceIp !== undefined) context.set('aws:sourceip', [sourceIp]);
  if (now !== undefined) {
    context.set('aws:currenttime', [new Date(now).toISOString()]);
    context.set('aws:epochtime', [String(Math.floor(now / 1000))]);
  }
  if (service) {
    context.set('aws:principalservicename', [service.name]);
    context.set('aws:sourcearn', [service.sourceArn]);
    context.set('aws:sourceaccount', [service.sourceArn.split(':')[4] || accountId]);
  } else {
    context.set('aws:principalarn', [roleArn ?? arn]);
    context.set('aws:principalaccount', [accountId]);
    context.set('aws:principaltype', [roleArn ? 'AssumedRole' : 'User']);
    if (!roleArn) context.set('aws:username', [arn.slice(arn.lastIndexOf('/') + 1)]);
  }
  for (const [tag, value] of Object.entries(principal.tags ?? {}))
    context.set(`aws:principaltag/${tag}`.toLowerCase(), [value]);
  for (const [key, values] of Object.entries(permission.context ?? {})) context.set(key.toLowerCase(), values);
  return context;
};
