import type { Core } from '../core.ts';
import { operation } from './operation.ts';
import { taggedArn } from './tagged.ts';

/** Takes tags off a machine. */
export const untagResource = (core: Core) =>
  operation<{ resourceArn?: string; tagKeys?: string[] }>(
    'UntagResource',
    'resourceArn',
    ({ resourceArn, tagKeys }) => {
      const arn = taggedArn(core, resourceArn);
      for (const key of tagKeys ?? []) core.machines.untag(arn, key);
      return {};
    },
  );
