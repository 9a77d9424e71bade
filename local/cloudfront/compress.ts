import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OriginAnswer } from './s3-origin.ts';

const brotli = promisify(brotliCompress);
const gunzipped = promisify(gzip);

/** Sizes that CloudFront compresses, in bytes. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const SMALLEST = 1000;
const LARGEST = 10_000_000;

const TEXT =
  /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml)|manifest\+json|wasm)|image\/svg\+xml|font\/ttf)/;

/** How much a client wants an encoding, between 0 and 1. @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
const wanted = (accepted: string, name: string): number => {
  const qualities = new Map(
    accepted.split(',').map((item): [string, number] => {
      const [encoding = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return [encoding, quality === undefined ? 1 : Number(quality.slice(2))];
    }),
  );
  return qualities.get(name) ?? qualities.get('*') ?? 0;
};

/** The encoding that a client wants most: of brotli and gzip, if it wants both alike, brotli. */
const encodingFor = (accepted = ''): 'br' | 'gzip' | undefined => {
  const [brotli, gzipped] = [wanted(accepted, 'br'), wanted(accepted, 'gzip')];
  if (brotli > 0 && brotli >= gzipped) return 'br';
  return gzipped > 0 ? 'gzip' : undefined;
};

/** Compresses an answer where the client takes it and the type gains by it. */
export const compress = async (answer: OriginAnswer, accepted: string | undefined): Promise<OriginAnswer> => {
  const { status, headers, body } = answer;
  const type = headers['content-type'] ?? '';
  if (
    status !== 200 ||
    !TEXT.test(type) ||
    body.length < SMALLEST ||
    body.length > LARGEST ||
    headers['content-encoding']
  )
    return answer;
  const encoding = encodingFor(accepted);
  if (!encoding) return answer;
  const packed =
    encoding === 'br' ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await gunzipped(body);
  const { etag, 'accept-ranges': _, ...rest } = headers;
  return {
    ...answer,
    headers: {
      ...rest,
      ...(etag ? { etag: `W/${etag.replace(/^W\//, '')}` } : {}),
      'content-encoding': encoding,
      vary: 'Accept-Encoding',
    },
    body: packed,
  };
};
