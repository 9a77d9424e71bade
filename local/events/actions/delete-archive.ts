import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARCHIVE_NAME, foundArchive } from '../archives/archive-input.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { ArchiveName: needed(ARCHIVE_NAME) };

/** Deletes an archive with its events. */
export const deleteArchive = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ArchiveName }: { ArchiveName: string }) => [
    { action: 'events:DeleteArchive', resource: bridge.archives.arnOf(ArchiveName) },
  ],
  run(input: { ArchiveName: string }) {
    checkInput(SHAPE, input);
    bridge.archives.remove(foundArchive(bridge, input.ArchiveName).name);
    return {};
  },
});
