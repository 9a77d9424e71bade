import type { Core } from '../core.ts';
import { operation } from './operation.ts';
import { taggedArn } from './tagged.ts';

/** The tags of a machine or an activity. */
export const listTagsForResource = (core: Core) =>
  operation<{ resourceArn?: string }>('ListTagsForResource', 'resourceArn', ({ resourceArn }) => ({
    tags: core.machines.tags(taggedArn(core, resourceArn)),
  }));
