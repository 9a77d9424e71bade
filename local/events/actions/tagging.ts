import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARN, TAGS } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import type { Tag } from '../tags.ts';

/** The ARN of a rule or a bus that is there. Throws `ResourceNotFoundException`. */
const tagged = ({ rules }: EventBridge, arn: string): string => {
  if (rules.byArn(arn) || rules.findBus(arn)?.arn === arn) return arn;
  const [, kind = '', name = ''] = /:(rule|event-bus)\/(.+)$/.exec(arn) ?? [];
  if (kind === 'event-bus') throw new AwsError('ResourceNotFoundException', `Event bus ${name} does not exist.`, 400);
  const [bus, rule] = name.includes('/') ? name.split('/') : ['default', name];
  throw new AwsError('ResourceNotFoundException', `Rule ${rule} does not exist on EventBus ${bus}.`, 400);
};

const resource = (action: string) => (input: { ResourceARN: string }) => [
  { action: `events:${action}`, resource: input.ResourceARN },
];

const TAG = { ResourceARN: needed(ARN), Tags: needed(TAGS) };
const UNTAG = { ResourceARN: needed(ARN), TagKeys: needed(list(text(length(1, 128)))) };
const LIST = { ResourceARN: needed(ARN) };

/** Sets tags of a rule or a bus. */
export const tagResource = (bridge: EventBridge): Operation => ({
  members: Object.keys(TAG),
  permissions: resource('TagResource'),
  run(input: { ResourceARN: string; Tags: Tag[] }) {
    checkInput(TAG, input);
    bridge.tags.keep(tagged(bridge, input.ResourceARN), input.Tags);
    return {};
  },
});

/** Takes tags off; one that is not there is no error. */
export const untagResource = (bridge: EventBridge): Operation => ({
  members: Object.keys(UNTAG),
  permissions: resource('UntagResource'),
  run(input: { ResourceARN: string; TagKeys: string[] }) {
    checkInput(UNTAG, input);
    const arn = tagged(bridge, input.ResourceARN);
    for (const key of input.TagKeys) bridge.tags.remove(arn, key);
    return {};
  },
});

/** The tags of a rule or a bus. */
export const listTagsForResource = (bridge: EventBridge): Operation => ({
  members: Object.keys(LIST),
  permissions: resource('ListTagsForResource'),
  run(input: { ResourceARN: string }) {
    checkInput(LIST, input);
    return { Tags: bridge.tags.of(tagged(bridge, input.ResourceARN)) };
  },
});
