import type { RefusalReason } from '../asset.ts';

/** A file cannot be fetched, for a reason that its editor can read. Terminal. */
export class NotFetchedError extends Error {
  override name = 'NotFetchedError';
  readonly reason: RefusalReason;

  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = { code, message, remedy };
  }
}

const DOWNLOAD = 'Download the file yourself and upload it.';

/** An address that nobody should be sent to from here. */
export const notAllowed = (message: string): NotFetchedError =>
  new NotFetchedError('address-not-allowed', message, 'Give the https address of a file on the public internet.');

export const unreachable = (message: string, cause?: unknown): NotFetchedError =>
  new NotFetchedError('not-fetched', message, `Check the address. ${DOWNLOAD}`, { cause });

export const tooSlow = (seconds: number): NotFetchedError =>
  new NotFetchedError('fetch-too-slow', `The file did not come within ${seconds} seconds.`, DOWNLOAD);

export const tooManyBytes = (most: number): NotFetchedError =>
  new NotFetchedError(
    'file-too-large',
    `The file has more than ${most / 1024 / 1024} MiB.`,
    'Give the address of a smaller file.',
  );
