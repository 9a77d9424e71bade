import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../../aws/tag-store.ts';
import { BUS_NAME, DESCRIPTION, TAGS } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Name: needed(BUS_NAME), Description: DESCRIPTION, Tags: TAGS };

/** Accepted by the API and by templates without effect. */
export const WITHOUT_EFFECT = {
  KmsKeyIdentifier: 'what the runtime keeps stands unencrypted on this machine',
  DeadLetterConfig: 'a bus sends there only what it cannot encrypt, and it encrypts nothing here',
};

/** Most buses of an account. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MOST_BUSES = 100;

type Input = { Name: string; Description?: string; Tags?: Tag[] };

/** Makes a bus. */
export const createEventBus = ({ rules, tags, clock }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: WITHOUT_EFFECT,
  permissions: ({ Name }: Input) => [{ action: 'events:CreateEventBus', resource: rules.busArn(Name) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Name, Description, Tags } = input;
    if (Name.includes('/')) throw new AwsError('ValidationException', "Event bus name must not contain '/'.", 400);
    if (rules.findBus(Name))
      throw new AwsError('ResourceAlreadyExistsException', `Event bus ${Name} already exists.`, 400);
    if (rules.buses().length >= MOST_BUSES)
      throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.', 400);
    const bus = rules.putBus({
      name: Name,
      ...(Description ? { description: Description } : {}),
      createdAt: clock.now(),
    });
    tags.keep(bus.arn, Tags);
    return { EventBusArn: bus.arn, ...(Description ? { Description } : {}) };
  },
});
