import { between } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, integer, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARCHIVE_NAME, archivedBus, MOST_DAYS } from '../archives/archive-input.ts';
import { ARN, DESCRIPTION, PATTERN } from '../shapes.ts';
import { type EventBridge, seconds } from '../state.ts';

const SHAPE = {
  ArchiveName: needed(ARCHIVE_NAME),
  EventSourceArn: needed(ARN),
  Description: DESCRIPTION,
  EventPattern: PATTERN,
  RetentionDays: integer(between(0, MOST_DAYS)),
};

type Input = {
  ArchiveName: string;
  EventSourceArn: string;
  Description?: string;
  EventPattern?: string;
  RetentionDays?: number;
};

/** Keeps the events of a bus from now on. */
export const createArchive = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { KmsKeyIdentifier: 'what the runtime keeps stands unencrypted on this machine' },
  differs: 'Events are in the archive at once, and no managed rule Events-Archive-… shows among the rules of the bus.',
  permissions: ({ ArchiveName }: Input) => [
    { action: 'events:CreateArchive', resource: bridge.archives.arnOf(ArchiveName) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { ArchiveName: name, Description, EventPattern, RetentionDays = 0 } = input;
    const { archives, clock } = bridge;
    const bus = archivedBus(bridge, input.EventSourceArn);
    if (archives.get(name))
      throw new AwsError('ResourceAlreadyExistsException', `Archive ${name} already exists.`, 400);
    const archive = archives.put({
      ...{ name, sourceArn: bus.arn, retentionDays: RetentionDays, createdAt: clock.now() },
      ...(Description ? { description: Description } : {}),
      ...(EventPattern ? { patternText: EventPattern } : {}),
    });
    return { ArchiveArn: archive.arn, State: 'ENABLED', CreationTime: seconds(archive.createdAt) };
  },
});
