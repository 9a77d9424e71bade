import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { sharp } from '../image-library.ts';

export type FilmOptions = {
  width?: number;
  height?: number;
  /** When each frame begins, in seconds. */
  at?: readonly number[];
  sound?: boolean;
  pictures?: boolean;
  /** Clockwise, in degrees. */
  rotation?: 0 | 90 | 180 | 270;
};

/** A frame of one colour as VP8: what a lossy WebP holds is one key frame. */
const vp8Frame = async (width: number, height: number, shade: number): Promise<Uint8Array> => {
  const background = { r: 40, g: (shade * 40) % 256, b: 160 };
  const webp = await sharp({ create: { width, height, channels: 3, background } })
    .webp()
    .toBuffer();
  return new Uint8Array(webp.subarray(20, 20 + webp.readUInt32LE(16)));
};

const FORMATS = {
  // In VP8, as every browser plays it.
  webm: { format: () => new WebMOutputFormat(), codec: 'vp8' },
  mp4: { format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), codec: 'avc' },
  'mp4 with VP8': { format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), codec: 'vp8' },
} as const;

/** A small film whose container is sound; in MP4 the pictures themselves are not. */
export const aFilm = async (
  kind: keyof typeof FORMATS = 'webm',
  { width = 64, height = 36, at = [0, 0.5], sound = false, pictures = true, rotation = 0 }: FilmOptions = {},
): Promise<Uint8Array> => {
  const { format, codec } = FORMATS[kind];
  const target = new BufferTarget();
  const output = new Output({ format: format(), target });
  const video = new EncodedVideoPacketSource(codec);
  const audio = new EncodedAudioPacketSource('opus');
  if (pictures) output.addVideoTrack(video, { rotation });
  if (sound) output.addAudioTrack(audio);
  await output.start();
  for (const [index, time] of at.entries()) {
    const data = await vp8Frame(width, height, index);
    // Profile, level and no parameter sets: enough for whoever reads the container alone.
    const description = codec === 'avc' ? new Uint8Array([1, 0x42, 0xe0, 0x1e, 0xff, 0xe0, 0]) : undefined;
    const decoderConfig = {
      codec: codec === 'avc' ? 'avc1.42e01e' : codec,
      codedWidth: width,
      codedHeight: height,
      description,
    };
    if (pictures) await video.add(new EncodedPacket(data, 'key', time, 0.5), { decoderConfig });
    const soundConfig = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 2 };
    if (sound)
      await audio.add(new EncodedPacket(new Uint8Array([0xfc, 0xff, 0xfe]), 'key', time, 0.5), {
        decoderConfig: soundConfig,
      });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
};
