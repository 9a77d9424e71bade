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

/** Whether a client takes an encoding; one with a quality of 0 it does not. */
const accepts = (accepted = '', name: string): boolean =>
  accepted.split(',').some((item) => {
    const [encoding = '', quality = 'q=1'] = item.split(';').map((part) => part.trim());
    return encoding.toLowerCase() === name && Number(quality.replace(/^q=/i, '')) > 0;
  });

/** Compresses an answer where the client takes it and the type gains by it; brotli before gzip. */
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
  const encoding = ['br', 'gzip'].find((name) => accepts(accepted, name));
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
