import type { Core } from '../core.ts';
import type { Tag } from '../store/machines.ts';
import { operation } from './operation.ts';
import { taggedArn } from './tagged.ts';

/** Sets tags of a machine. */
export const tagResource = (core: Core) =>
  operation<{ resourceArn?: string; tags?: Tag[] }>('TagResource', 'resourceArn', ({ resourceArn, tags }) => {
    const arn = taggedArn(core, resourceArn);
    for (const tag of tags ?? []) core.machines.tag(arn, tag);
    return {};
  });
