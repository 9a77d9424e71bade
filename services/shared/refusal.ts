/** What the caller asked for cannot be done, for a reason that the caller can read and act on. Terminal. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;
  /** The HTTP status it is answered with. */
  readonly status: number;
  /** The input field at fault, where there is one. */
  readonly field: string | undefined;
  /** What the caller needs to decide how to go on. */
  readonly details: object | undefined;
  /** Seconds after which the same may be tried again, where waiting helps. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, field?: string, details?: object, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}
