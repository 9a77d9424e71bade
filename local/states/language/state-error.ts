import type { Json } from './json.ts';

/** An error of the language: it has a name that Retry and Catch match. `reason` is AWS's Cause; both may be missing. */
export class StateError extends Error {
  override name = 'StateError';
  readonly error: string | undefined;
  readonly reason: string | undefined;

  constructor(error?: string, reason?: string) {
    super(`${error ?? 'no error name'}: ${reason ?? 'no cause'}`);
    this.error = error;
    this.reason = reason;
  }

  /** What `$states.errorOutput` and a Catch without Output give. A timeout has an empty cause, a nameless Fail has nulls. */
  get output(): Json {
    return { Error: this.error ?? null, Cause: this.reason ?? (this.error === 'States.Timeout' ? '' : null) };
  }
}

/** A query (JSONata or JSONPath) or a field's value that cannot be used; the visit adds where it stood. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly error: string;
  readonly location: string | undefined;

  constructor(error: string, message: string, location?: string) {
    super(message);
    this.error = error;
    this.location = location;
  }
}
