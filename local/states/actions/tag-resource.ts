import type { Core } from '../core.ts';
import type { Tag } from '../store/machines.ts';
import { operation } from './operation.ts';
import { checkGiven, checkTags, keepTags, taggedArn } from './tagged.ts';

/** Sets tags of a machine or an activity. */
export const tagResource = (core: Core) =>
  operation<{ resourceArn?: string; tags?: Tag[] }>('TagResource', 'resourceArn', ({ resourceArn, tags }) => {
    checkGiven('tags', tags);
    checkTags(tags);
    keepTags(core, taggedArn(core, resourceArn), tags);
    return {};
  });
