import type { Asset } from '../../api/assets.ts';
import type { UploadFile } from './uppy.ts';

/** How a file of the tray stands. What happens after it was sent is told by its asset. */
export type TrayState =
  | { is: 'refused'; why: string }
  | { is: 'lost' | 'paused'; percent: number }
  | { is: 'ghost' | 'waiting' }
  | { is: 'sending'; percent: number; sent: number; size: number; secondsLeft?: number }
  | { is: 'processing'; ready: number; total: number }
  | { is: 'done' };

const percentOf = ({ progress }: UploadFile): number => Math.floor(progress.percentage ?? 0);

/** Seconds until a file is sent at the pace that it had so far; unknown in its first second. */
const secondsLeft = ({ progress }: UploadFile, now: number): number | undefined => {
  const { uploadStarted, bytesUploaded, bytesTotal } = progress;
  if (!uploadStarted || !bytesUploaded || !bytesTotal) return undefined;
  const seconds = (now - uploadStarted) / 1000;
  return seconds < 1 ? undefined : Math.ceil(((bytesTotal - bytesUploaded) * seconds) / bytesUploaded);
};

const inMarquee = ({ state, reason, renditions, replacement }: Asset, replaces: boolean): TrayState => {
  if (replaces && replacement?.state === 'refused') return { is: 'refused', why: replacement.reason?.message ?? '' };
  if (state === 'refused' || state === 'failed') {
    return { is: 'refused', why: [reason?.message, reason?.remedy].filter(Boolean).join(' ') };
  }
  const passing = replaces ? replacement !== undefined : ['uploading', 'checking', 'processing'].includes(state);
  if (passing) return { is: 'processing', ready: renditions.ready, total: renditions.total };
  return { is: 'done' };
};

/** How a file stands, by the uploader and, once it is sent, by the asset that it became. */
export const trayState = (file: UploadFile, asset: Asset | undefined, online: boolean, now: number): TrayState => {
  const { meta, progress, error, isPaused, isGhost } = file;
  if (meta.refused !== undefined) return { is: 'refused', why: meta.refused };
  if (progress.uploadComplete) {
    return asset ? inMarquee(asset, meta.replaces !== undefined) : { is: 'processing', ready: 0, total: 0 };
  }
  const percent = percentOf(file);
  if (isGhost) return { is: 'ghost' };
  if (error || !online) return { is: 'lost', percent };
  if (isPaused) return { is: 'paused', percent };
  if (!progress.uploadStarted) return { is: 'waiting' };
  const [sent, size] = [Number(progress.bytesUploaded) || 0, file.size ?? 0];
  return { is: 'sending', percent, sent, size, secondsLeft: secondsLeft(file, now) };
};

const ORDER: readonly TrayState['is'][] = [
  'refused',
  'ghost',
  'lost',
  'sending',
  'paused',
  'waiting',
  'processing',
  'done',
];

/** What waits for somebody first, what is done last. */
export const trayOrder = (state: TrayState): number => ORDER.indexOf(state.is);

/** How much of all files is sent, in whole percent. */
export const allPercent = (files: readonly UploadFile[]): number => {
  const counted = files.filter(({ meta }) => meta.refused === undefined);
  const size = counted.reduce((sum, file) => sum + (file.size ?? 0), 0);
  const sent = counted.reduce(
    (sum, { progress, size: own }) =>
      sum + (progress.uploadComplete ? (own ?? 0) : Number(progress.bytesUploaded) || 0),
    0,
  );
  return size === 0 ? 100 : Math.floor((100 * sent) / size);
};
