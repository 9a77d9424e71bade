import { log, task } from '../../shared/task.ts';
import { assemble } from '../site/assemble.ts';
import { make, open, writeAssembled } from '../site/wiring.ts';
import { readPublication } from '../store/publications.ts';
import { giveTurnBack, prepare, readStaged, takeTurn } from '../store/site.ts';
import { readManifest, readReady } from '../store/versions.ts';
import { BuildSiteInput, createBuildSite } from './step.ts';

const turn = { takeTurn, giveTurnBack, readStaged, prepare, readPublication, readReady, readManifest };

export const handler = task(
  BuildSiteInput,
  createBuildSite({
    ...turn,
    now: Date.now,
    assemble: (before, publications) => assemble({ open, make }, before, publications),
    writeSite: writeAssembled,
    warn: (message, fields) => log('warn', message, fields),
  }),
);
