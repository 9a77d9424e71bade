import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { AwsError } from '../aws/error.ts';
import type { FormFields, SizeRange } from './post-policy.ts';

export type Form = { fields: FormFields; file: Buffer };

/** Largest sum of the fields before the file, in bytes; S3's own limit. */
const FIELDS_LIMIT = 20_480;

/**
 * Reads a browser's form as a stream. `admit` judges the fields when the file begins, before a byte of it is kept, and
 * answers the sizes allowed; reading stops as soon as the file is larger.
 */
export const readForm = (
  incoming: IncomingMessage,
  admit: (fields: FormFields, fileName: string) => SizeRange,
): Promise<Form> =>
  new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const parts: Buffer[] = [];
    let size = 0;
    let files = 0;
    let fieldBytes = 0;
    let range: SizeRange = { smallest: 0, largest: 0 };
    const parser = openParser(incoming);

    const stop = (error: unknown): void => {
      incoming.unpipe(parser);
      reject(error);
    };

    parser.on('field', (name: string, value: string) => {
      // What follows the file is ignored.
      if (files > 0) return;
      fieldBytes += Buffer.byteLength(name) + Buffer.byteLength(value);
      if (fieldBytes > FIELDS_LIMIT) {
        const message = `Your POST request fields preceding the upload file were too large.`;
        stop(
          new AwsError('MaxPostPreDataLengthExceeded', message, 400, {
            MaxPostPreDataLengthBytes: String(FIELDS_LIMIT),
          }),
        );
      }
      fields.set(name.toLowerCase(), value);
    });
    parser.on('file', (_name: string, stream: NodeJS.ReadableStream, fileName: string) => {
      files++;
      if (files > 1) {
        stream.resume();
        return;
      }
      try {
        range = admit(fields, (fileName ?? '').replace(/^.*[/\\]/s, ''));
      } catch (error) {
        stream.resume();
        stop(error);
        return;
      }
      stream.on('data', (part: Buffer) => {
        size += part.length;
        if (size > range.largest) {
          parts.length = 0;
          stop(tooLarge(declaredSize(incoming, size), range.largest));
          return;
        }
        parts.push(part);
      });
    });
    parser.on('error', () => stop(malformed()));
    parser.on('finish', () => {
      if (files !== 1) {
        const message = 'POST requires exactly one file upload per request.';
        return reject(
          new AwsError('InvalidArgument', message, 400, { ArgumentName: 'file', ArgumentValue: String(files) }),
        );
      }
      if (size < range.smallest) return reject(tooSmall(size, range.smallest));
      resolve({ fields, file: Buffer.concat(parts) });
    });
    incoming.on('aborted', () => stop(malformed()));
    incoming.pipe(parser);
  });

const openParser = (incoming: IncomingMessage): InstanceType<typeof Busboy> => {
  const contentType = incoming.headers['content-type'];
  if (contentType === undefined) throw malformed();
  try {
    return new Busboy({
      headers: { ...incoming.headers, 'content-type': contentType },
      isPartAFile: (name) => name === 'file',
      limits: { fieldSize: FIELDS_LIMIT + 1, fieldNameSize: 1024 },
    });
  } catch {
    throw malformed();
  }
};

const malformed = (): AwsError =>
  new AwsError('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.', 400);

const tooLarge = (proposed: number, largest: number): AwsError =>
  new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
    ProposedSize: String(proposed),
    MaxSizeAllowed: String(largest),
  });

const tooSmall = (proposed: number, smallest: number): AwsError =>
  new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, {
    ProposedSize: String(proposed),
    MinSizeAllowed: String(smallest),
  });

/** The size that the client announced for the whole form, which is what S3 names, or what has been read of the file. */
const declaredSize = (incoming: IncomingMessage, read: number): number =>
  Number(incoming.headers['content-length'] ?? read);
