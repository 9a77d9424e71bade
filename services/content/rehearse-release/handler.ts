import { variable } from '../../shared/environment.ts';
import { signingKey } from '../../shared/signing-key.ts';
import { task } from '../../shared/task.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { renderPage } from '../site/render-page.ts';
import { signedMedia } from '../site/signed-media.ts';
import { open as openSite, writeStatic } from '../site/wiring.ts';
import { readAssets } from '../store/assets.ts';
import { listItems, readItems, readRevisions } from '../store/items.ts';
import { readJson, writeFile, writeJson } from '../store/pages.ts';
import { readArmed, readRehearsal, readRelease, writeRehearsal } from '../store/releases.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { createRehearseRelease, RehearseReleaseInput } from './step.ts';

const reading = { readAssets, listItems, readItems, readRevisions, readArmed, readRelease, readSite, readManifest };
const files = { readJson, writeFile, writeJson, writeStatic, readRehearsal, writeRehearsal };
const open = async (manifest: SiteManifest, now: number, until: number) =>
  openSite(manifest, { now, mediaUrl: await signedMedia(until) });

export const handler = task(
  RehearseReleaseInput,
  createRehearseRelease({ ...reading, ...files, origin: variable('SITE_URL'), signingKey, open, render: renderPage }),
);
