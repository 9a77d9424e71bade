/** An error as an AWS API answers it: `code` is AWS's own error code, `statusCode` the HTTP status it travels with. */
export class AwsError extends Error {
  override name = 'AwsError';
  readonly code: string;
  readonly statusCode: number;
  /** Further members of the error's shape, such as `Item` of a failed conditional write. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, statusCode = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
    this.members = members;
  }
}
