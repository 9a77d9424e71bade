import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What the build says of the studio: its page with a place for settings, its files, and the styles that a policy has to allow. */
export type StudioFiles = {
  page: string;
  files: ReadonlyMap<string, { contentType: string; body: Uint8Array }>;
  /** `'sha256-…'` of style rules that a library adds by itself. */
  styles: readonly string[];
};

type Index = { files: { name: string; contentType: string }[]; styles: string[] };

const at = (name: string): string => fileURLToPath(new URL(`./studio/${name}`, import.meta.url));

/** Reads what `infra/build/studio.ts` laid beside the bundle. */
export const readStudio = async (): Promise<StudioFiles> => {
  const { files, styles } = JSON.parse(await readFile(at('files.json'), 'utf8')) as Index;
  const read = files.map(async ({ name, contentType }) => {
    const body = new Uint8Array(await readFile(at(name)));
    return [name, { contentType, body }] as const;
  });
  return { page: await readFile(at('index.html'), 'utf8'), files: new Map(await Promise.all(read)), styles };
};
