import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from 'mediabunny';
import sharp from 'sharp';
import { CANVAS } from './key-art.ts';
import { drawCoast, type Frame, frameAt, LENGTH, lightOf } from './trailer-scenes.ts';

const [WIDTH, HEIGHT, FRAMES_A_SECOND] = [854, 480, 12];

/** Below this quality the night shows blocks. */
const WEBP = { quality: 62, effort: 1 };

/** The demo trailer, whole. */
export const drawTrailerFilm = (): Promise<Buffer> => drawFilm(0, LENGTH);

/**
 * The demo trailer between two times, in seconds, as WebM. A lossy WebP holds its picture as one key frame of VP8, so the frames are encoded by the image library
 * and only put into a container here. https://developers.google.com/speed/webp/docs/riff_container#simple_file_format_lossy
 */
export const drawFilm = async (from: number, to: number): Promise<Buffer> => {
  const coast = await drawCoast();
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const pictures = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(pictures, { frameRate: FRAMES_A_SECOND });
  await output.start();
  const decoderConfig = { codec: 'vp8', codedWidth: WIDTH, codedHeight: HEIGHT };
  for (let index = 0; index < (to - from) * FRAMES_A_SECOND; index += 1) {
    const time = index / FRAMES_A_SECOND;
    const data = vp8Of(await drawFrame(coast, frameAt(from + time)));
    await pictures.add(new EncodedPacket(data, 'key', time, 1 / FRAMES_A_SECOND), { decoderConfig });
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
};

const drawFrame = async (coast: Buffer, frame: Frame): Promise<Buffer> => {
  const ground = frame.view
    ? sharp(coast, { raw: { ...CANVAS, channels: 3 } })
        .extract(whole(frame.view))
        .resize(WIDTH, HEIGHT, { fit: 'fill' })
    : sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#05090d' } });
  const lit = await ground
    .composite([{ input: lightOf(frame, WIDTH, HEIGHT), blend: 'screen' }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return sharp(lit, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .linear(frame.brightness, 0)
    .webp(WEBP)
    .toBuffer();
};

const whole = ({ left, top, width, height }: { left: number; top: number; width: number; height: number }) => ({
  left: Math.round(left),
  top: Math.round(top),
  width: Math.round(width),
  height: Math.round(height),
});

/** The chunk of a WebP file that is the picture itself. */
const vp8Of = (webp: Buffer): Uint8Array => {
  for (let at = 12; at + 8 <= webp.length; ) {
    const size = webp.readUInt32LE(at + 4);
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return new Uint8Array(webp.subarray(at + 8, at + 8 + size));
    at += 8 + size + (size % 2);
  }
  throw new Error('The frame is no lossy WebP.');
};
