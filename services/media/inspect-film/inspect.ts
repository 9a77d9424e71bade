import {
  CustomSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MP4,
  WEBM,
} from 'mediabunny';
import { endsEarly } from './ends-early.ts';
import { MOST_AT_ONCE, type Ranges } from './ranges.ts';

// Its warnings are about single boxes of somebody's file; what matters of them becomes a refusal.
Logging.level = LogLevel.Silent;

export type Film = {
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** Seconds. */
  duration: number;
};

export type Refused = { refused: { code: string; message: string; remedy: string } };

const refuse = (code: string, message: string, remedy: string): Refused => ({ refused: { code, message, remedy } });

/** Longest film, in seconds: trailers and clips, not the title itself. */
export const LONGEST = 10 * 60;

/** Longest side in pixels: what players decode everywhere ends with 8K. */
const MAX_SIDE = 7680;

/** Codecs that browsers play, by the file that holds them. */
const CODECS: Readonly<Record<string, { video: readonly string[]; audio: readonly string[]; words: string }>> = {
  'video/mp4': {
    video: ['avc', 'hevc', 'av1'],
    audio: ['aac', 'opus'],
    words: 'H.264, HEVC or AV1 with AAC or Opus',
  },
  'video/webm': {
    video: ['vp8', 'vp9', 'av1'],
    audio: ['opus', 'vorbis'],
    words: 'VP8, VP9 or AV1 with Opus or Vorbis',
  },
};

/** How far the last picture or sound may begin before the end that the file states: WebM does not say how long it lasts. */
const toleranceOf = (stated: number): number => Math.max(2, stated / 10);

/** What a film is, by its container alone; nothing is decoded. Or why it cannot be taken. */
export const inspectFilm = async (film: Ranges, contentType: string): Promise<Film | Refused> => {
  if (await endsEarly(film, contentType)) return cutOff();
  const source = new CustomSource({ getSize: () => film.size, read: film.read, prefetchProfile: 'network' });
  const input = new Input({ source, formats: [contentType === 'video/webm' ? WEBM : MP4] });
  try {
    return await read(input, contentType, film.size > MOST_AT_ONCE);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    if (/encrypt|decrypt/i.test(problem)) return encrypted();
    const [firstLine = 'unknown error'] = problem.trim().split('\n');
    return damaged(firstLine.slice(0, 200));
  } finally {
    input.dispose();
  }
};

const read = async (input: Input, contentType: string, isLarge: boolean): Promise<Film | Refused> => {
  const [videos, audios] = [await input.getVideoTracks(), await input.getAudioTracks()];
  const video = await input.getPrimaryVideoTrack();
  if (!video) {
    const message = audios.length > 0 ? 'The film has sound but no pictures.' : 'The file holds no film.';
    return refuse('no-video-track', message, 'Export the film with its video track and upload the new file.');
  }
  const tracks = [...videos, ...audios];
  for (const track of tracks) if (ENCRYPTED.has(String(await track.getInternalCodecId()))) return encrypted();
  const unplayable = await wrongCodec(tracks, contentType);
  if (unplayable) return unplayable;
  const stated = (await input.getDurationFromMetadata(tracks)) ?? 0;
  if (stated > LONGEST) return tooLong(stated);
  const end = await endOf(tracks, isLarge);
  if (end > LONGEST) return tooLong(end);
  const duration = Math.round(Math.max(end, stated) * 1000) / 1000;
  if (duration <= 0 || end < stated - toleranceOf(stated)) return cutOff();
  const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  if (!(width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE)) {
    const message = `The film has ${width} x ${height} pixels; no side may be longer than ${MAX_SIDE}.`;
    return refuse('film-too-large', message, 'Export the film in a size that browsers play, such as 1920 x 1080.');
  }
  return { width: Math.round(width), height: Math.round(height), duration };
};

/** What stands in the place of the codec where an MP4 file is encrypted. */
const ENCRYPTED = new Set(['encv', 'enca']);

const wrongCodec = async (
  tracks: readonly (InputVideoTrack | InputAudioTrack)[],
  contentType: string,
): Promise<Refused | undefined> => {
  const known = CODECS[contentType];
  if (!known) throw new TypeError(`${contentType} is no film that is taken.`);
  for (const track of tracks) {
    const codec = await track.getCodec();
    if (codec !== null && known[track.isVideoTrack() ? 'video' : 'audio'].includes(codec)) continue;
    const name = codec ?? String((await track.getInternalCodecId()) ?? 'unknown');
    const what = track.isVideoTrack() ? 'pictures' : 'sound';
    const message = `The film's ${what} are encoded as ${name}, which browsers do not play in ${contentType}.`.replace(
      'sound are',
      'sound is',
    );
    return refuse('codec-not-supported', message, `Export the film as ${known.words}.`);
  }
  return undefined;
};

/** When the last picture or sound ends whose bytes are there, in seconds; of a large film, whose container tells of. */
const endOf = async (
  tracks: readonly (InputVideoTrack | InputAudioTrack)[],
  metadataOnly: boolean,
): Promise<number> => {
  let end = 0;
  for (const track of tracks) {
    for await (const { timestamp, duration } of new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly,
    })) {
      end = Math.max(end, timestamp + duration);
      if (end > LONGEST) return end;
    }
  }
  return end;
};

/** Refuses a film that cannot be read; the reason stands in brackets. */
export const damaged = (reason: string): Refused =>
  refuse(
    'unreadable-film',
    `The film cannot be read: the file is damaged (${reason}).`,
    'Export the film again and upload the new file.',
  );

const cutOff = (): Refused =>
  refuse(
    'truncated-film',
    'The film ends before it is complete: part of the file is missing.',
    'Export the film again and upload the new file.',
  );

const encrypted = (): Refused =>
  refuse('encrypted-film', 'The film is encrypted, so nobody could watch it.', 'Export the film without protection.');

const tooLong = (seconds: number): Refused => {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  const message = `The film lasts ${minutes} min ${rest} s; at most ${LONGEST / 60} minutes can be taken.`;
  return refuse('film-too-long', message, 'Cut the film into clips of at most ten minutes.');
};
