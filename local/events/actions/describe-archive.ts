import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARCHIVE_NAME, foundArchive } from '../archives/archive-input.ts';
import type { Archive } from '../archives/archives.ts';
import { type EventBridge, seconds } from '../state.ts';

const SHAPE = { ArchiveName: needed(ARCHIVE_NAME) };

/** What lists tell of an archive. */
export const archiveAnswer = ({ archives }: EventBridge, { name, sourceArn, retentionDays, createdAt }: Archive) => {
  const { events, bytes } = archives.size(name);
  return {
    ...{ ArchiveName: name, EventSourceArn: sourceArn, State: 'ENABLED', RetentionDays: retentionDays },
    ...{ SizeBytes: bytes, EventCount: events, CreationTime: seconds(createdAt) },
  };
};

/** One archive, with how much is in it. */
export const describeArchive = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ArchiveName }: { ArchiveName: string }) => [
    { action: 'events:DescribeArchive', resource: bridge.archives.arnOf(ArchiveName) },
  ],
  run(input: { ArchiveName: string }) {
    checkInput(SHAPE, input);
    const archive = foundArchive(bridge, input.ArchiveName);
    const { arn, description, patternText } = archive;
    return {
      ArchiveArn: arn,
      ...archiveAnswer(bridge, archive),
      ...(description === undefined ? {} : { Description: description }),
      ...(patternText === undefined ? {} : { EventPattern: patternText }),
    };
  },
});
