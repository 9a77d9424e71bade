import type { AssetRecord, Manifest } from '../store/assets.ts';
import type { StoredFile } from '../store/pages.ts';

/** The pages bucket in memory. */
export const memoryFiles = () => {
  const files = new Map<string, StoredFile>();
  const writeFile = async (file: StoredFile): Promise<void> => void files.set(file.key, file);
  return {
    files,
    writeFile,
    hasFile: async (key: string): Promise<boolean> => files.has(key),
    readJson: async <Value>(key: string): Promise<Value> => {
      const file = files.get(key);
      if (!file) throw new Error(`There is no file ${key}.`);
      return JSON.parse(String(file.body)) as Value;
    },
    writeJson: (key: string, value: unknown): Promise<void> =>
      writeFile({ key, body: JSON.stringify(value), contentType: 'application/json', caching: 'private' }),
  };
};

/** The id of an asset by a number. */
export const assetId = (number: number): string => `a55e7000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The one file of what is published as it was uploaded, by its type. */
const UNCHANGED: Readonly<Record<string, { name: string; contentType: string; width: number; height: number }>> = {
  'video/webm': { name: 'film.webm', contentType: 'video/webm', width: 854, height: 480 },
  'text/vtt': { name: 'captions.vtt', contentType: 'text/vtt', width: 0, height: 0 },
};

/** The media library in memory, as far as content reads it. */
export const memoryAssets = () => {
  const assets = new Map<string, AssetRecord>();
  return {
    assets,
    /** Puts a file into the library, ready unless something else is said; answers its id. */
    addAsset: (number: number, more: Partial<AssetRecord> = {}): string => {
      const id = assetId(number);
      const contentId = `content-${number}`;
      const ready = { contentId, manifestKey: `media/${contentId}/manifest-1.json` };
      const { state = 'ready' } = more;
      const made = ['ready', 'incomplete'].includes(state) ? ready : {};
      const updatedAt = '2026-03-01T08:00:00.000Z';
      assets.set(id, { assetId: id, state, fileName: `${number}.jpg`, updatedAt, ...made, ...more });
      return id;
    },
    readAssets: async (ids: readonly string[]): Promise<Map<string, AssetRecord>> =>
      new Map(ids.flatMap((id) => (assets.has(id) ? [[id, { ...(assets.get(id) as AssetRecord) }] as const] : []))),
    readAssetManifest: async (key: string): Promise<Manifest> => {
      const contentId = key.split('/')[1] ?? '';
      const unchanged =
        UNCHANGED[[...assets.values()].find(({ manifestKey }) => manifestKey === key)?.contentType ?? ''];
      const picture = { name: 'frame-1280.jpg', contentType: 'image/jpeg', width: 1280, height: 720 };
      const file = { ...(unchanged ?? picture), bytes: 9_000 };
      return {
        contentId,
        original: { contentType: file.contentType, bytes: 9_000 },
        width: file.width,
        height: file.height,
        focalPoint: { x: 50, y: 50 },
        ...(unchanged
          ? { thumbhash: '', colours: [] }
          : { thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w', colours: ['#204060', '#c08040'] }),
        renditions: [{ ...file, path: `/media/${contentId}/${file.name}` }],
      };
    },
  };
};
