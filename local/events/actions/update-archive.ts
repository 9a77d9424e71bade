import { between } from '../../aws/constraints.ts';
import { checkInput, integer, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARCHIVE_NAME, foundArchive, MOST_DAYS } from '../archives/archive-input.ts';
import { DESCRIPTION, PATTERN } from '../shapes.ts';
import { type EventBridge, seconds } from '../state.ts';

const SHAPE = {
  ArchiveName: needed(ARCHIVE_NAME),
  Description: DESCRIPTION,
  EventPattern: PATTERN,
  RetentionDays: integer(between(0, MOST_DAYS)),
};

type Input = { ArchiveName: string; Description?: string; EventPattern?: string; RetentionDays?: number };

/** Gives an archive other settings; what is left out stays. */
export const updateArchive = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { KmsKeyIdentifier: 'what the runtime keeps stands unencrypted on this machine' },
  permissions: ({ ArchiveName }: Input) => [
    { action: 'events:UpdateArchive', resource: bridge.archives.arnOf(ArchiveName) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { arn, pattern: _, ...known } = foundArchive(bridge, input.ArchiveName);
    bridge.archives.put({
      ...known,
      ...(input.Description === undefined ? {} : { description: input.Description }),
      ...(input.EventPattern === undefined ? {} : { patternText: input.EventPattern }),
      ...(input.RetentionDays === undefined ? {} : { retentionDays: input.RetentionDays }),
    });
    return { ArchiveArn: arn, State: 'ENABLED', CreationTime: seconds(known.createdAt) };
  },
});
