import { createHash } from 'node:crypto';
import type { Resource } from './resource-type.ts';

/**
 * A name that stays the same for the same resource of the same stack, lower-case so that S3 takes it, at most `longest`
 * characters, ended by a hash so that cutting cannot make two names one.
 */
export const physicalName = (
  { stackName, logicalId }: Pick<Resource, 'stackName' | 'logicalId'>,
  longest: number,
): string => {
  const hash = createHash('sha256').update(`${stackName}/${logicalId}`).digest('hex').slice(0, 8);
  const readable = `${stackName}-${logicalId.replace(/[0-9A-F]{8}$/, '')}`.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  return `${readable.slice(0, longest - hash.length - 1).replace(/-+$/, '')}-${hash}`;
};
