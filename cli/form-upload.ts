import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** S3 refused the form; `code` is S3's own. */
export class UploadRefusedError extends Error {
  override name = 'UploadRefusedError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Form = { url: string; fields: Readonly<Record<string, string>> };

/** Posts a file with the fields of a presigned form, streaming it. Throws `UploadRefusedError` with S3's answer. */
export const postForm = (
  { url, fields }: Form,
  file: string,
  bytes: number,
  onSent: (sent: number) => void,
): Promise<void> => {
  const boundary = `marquee-${randomUUID()}`;
  const part = (name: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = Buffer.from(
    `${Object.entries(fields)
      .map(([name, value]) => part(name, value))
      .join('')}--${boundary}\r\n` +
      `Content-Disposition: form-data; name="file"; filename="upload"\r\nContent-Type: ${fields['Content-Type'] ?? 'application/octet-stream'}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(url, {
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': head.length + bytes + tail.length,
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if ((response.statusCode ?? 500) < 300) return resolve();
        const text = Buffer.concat(chunks).toString();
        const [code, message] = ['Code', 'Message'].map(
          (name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1],
        );
        reject(new UploadRefusedError(code ?? `http-${response.statusCode}`, message ?? text.slice(0, 200)));
      });
    });
    request.write(head);
    let sent = 0;
    const stream = createReadStream(file);
    stream.on('data', (chunk) => {
      sent += chunk.length;
      onSent(sent);
    });
    stream.on('error', (error) => request.destroy(error));
    stream.on('end', () => request.end(tail));
    stream.pipe(request, { end: false });
  });
};
