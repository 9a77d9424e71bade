import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { type AppOptions, createApp } from '../../infra/app.ts';
import { BUILD_FOLDER } from '../../infra/build/folders.ts';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => void rmSync(folder, { recursive: true, force: true })));

/** An app whose assembly goes to a folder of its own; the bundles are those that the build before the tests made. */
export const appOf = (stage: string, options: Pick<AppOptions, 'chat'> = {}): App => {
  const outdir = mkdtempSync(join(BUILD_FOLDER, `template-${stage}-`));
  folders.push(outdir);
  return createApp(stage, { outdir, ...options });
};

/** The templates of an app's stacks, by domain. */
export const templatesOf = (app: App): Record<string, Template> =>
  Object.fromEntries(
    app.node.children.map((stack) => [stack.node.id.split('-').at(-1) ?? '', Template.fromStack(stack as Stack)]),
  );
