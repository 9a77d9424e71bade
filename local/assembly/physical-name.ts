import { createHash } from 'node:crypto';
import type { Resource } from './resource-type.ts';

type Identified = Pick<Resource, 'stackName' | 'logicalId'>;

/** A hash that stays the same for the same resource of the same stack: what generated ids and names are made of. */
export const stableHash = ({ stackName, logicalId }: Identified): Buffer =>
  createHash('sha256').update(`${stackName}/${logicalId}`).digest();

/**
 * A name that stays the same for the same resource of the same stack, lower-case so that S3 takes it, at most `longest`
 * characters, ended by a hash so that cutting cannot make two names one. `owner` goes into the hash: the stack's name, or
 * its id where a stack that comes later under the same name must not find this one's resources.
 */
export const physicalName = (
  { stackName, logicalId }: Identified,
  longest: number,
  owner: string = stackName,
): string => {
  const hash = stableHash({ stackName: owner, logicalId }).toString('hex').slice(0, 8);
  const readable = `${stackName}-${logicalId.replace(/[0-9A-F]{8}$/, '')}`.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  return `${readable.slice(0, longest - hash.length - 1).replace(/-+$/, '')}-${hash}`;
};
