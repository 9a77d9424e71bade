import type { Core } from '../core.ts';
import { operation } from './operation.ts';
import { checkGiven, taggedArn } from './tagged.ts';

/** Takes tags off a machine or an activity; tags that it does not have are no error. */
export const untagResource = (core: Core) =>
  operation<{ resourceArn?: string; tagKeys?: string[] }>(
    'UntagResource',
    'resourceArn',
    ({ resourceArn, tagKeys }) => {
      checkGiven('tagKeys', tagKeys);
      const arn = taggedArn(core, resourceArn);
      for (const key of tagKeys ?? []) core.machines.untag(arn, key);
      return {};
    },
  );
