import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../parameter.ts';
import { TAGGED, TAGS } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';
import { tagged } from './tagged.ts';

const SHAPE = { ...TAGGED, Tags: needed(TAGS) };

/** Most tags of a parameter. */
const MOST_TAGS = 50;

type Input = { ResourceType: string; ResourceId: string; Tags: Tag[] };

export const addTagsToResource = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'Parameters are the only resources that have tags here.',
  permissions: ({ ResourceId }: Input) => [
    { action: 'ssm:AddTagsToResource', resource: parameterArn(ssm, String(ResourceId)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const name = tagged(ssm, input.ResourceId);
    const keys = new Set([...ssm.store.tags(name), ...input.Tags].map(({ Key }) => Key));
    if (keys.size > MOST_TAGS)
      throw new AwsError('TooManyTagsError', `The resource can have at most ${MOST_TAGS} tags.`);
    ssm.store.tag(name, input.Tags);
    return {};
  },
});
