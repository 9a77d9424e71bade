import type { Service } from '../aws/service.ts';

/** The service that a signature's scope names; where several sign alike, the one whose target prefix the request has. */
export const signedService = (
  services: readonly Service[],
  signingName: string,
  target: string | undefined,
): Service | undefined => {
  const candidates = services.filter((service) => (service.signingName ?? service.name) === signingName);
  return (target === undefined ? undefined : byTarget(candidates, target)) ?? candidates[0];
};

/** The service whose operation an unsigned request names, if AWS takes that operation unsigned. */
export const unsignedService = (services: readonly Service[], target: string): Service | undefined => {
  const service = byTarget(services, target);
  return service?.unsignedOperations?.includes(operationOf(target)) ? service : undefined;
};

/** `StartExecution` of `AWSStepFunctions.StartExecution`. */
export const operationOf = (target: string): string => target.slice(target.lastIndexOf('.') + 1);

export const byTarget = (services: readonly Service[], target: string): Service | undefined => {
  const prefix = target.slice(0, target.lastIndexOf('.'));
  return services.find((service) => service.json?.targetPrefix === prefix);
};

/**
 * The bucket that a host names in virtual-hosted style: `<bucket>.localhost`, `<bucket>.s3.<anything>`; undefined for
 * plain hosts, addresses and the hosts of other services.
 */
export const bucketOfHost = (host: string): string | undefined => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const match = /^(.+?)\.(?:s3[.-].*|s3|localhost)$/.exec(name);
  const bucket = match?.[1];
  return bucket === undefined || bucket === 's3' || bucket.startsWith('s3.') || bucket.startsWith('sync-')
    ? undefined
    : bucket;
};
