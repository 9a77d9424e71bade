/** How a function failed, as CloudFront tells it in the header `X-Cache`. */
export type FunctionFault = 'FunctionExecutionError' | 'FunctionThrottledError' | 'FunctionValidationError';

const COULD_NOT_RUN =
  'The CloudFront function associated with the CloudFront distribution is invalid or could not run.';

/** Terminal for its request: a function threw, computed for too long or returned what CloudFront does not take. */
export class EdgeFunctionError extends Error {
  override name = 'EdgeFunctionError';
  readonly fault: FunctionFault;
  /** What CloudFront tells the viewer. */
  readonly told: string;
  /** What CloudFront tells whoever tests the function. */
  readonly detail: string;

  constructor(functionName: string, fault: FunctionFault, detail: string, stack?: string) {
    super(`The CloudFront function ${functionName} failed: ${detail}`);
    this.fault = fault;
    this.told = fault === 'FunctionValidationError' ? detail : COULD_NOT_RUN;
    this.detail = fault === 'FunctionValidationError' ? detail : `${COULD_NOT_RUN} ${detail}`;
    // Where it failed is in the function's code, and nowhere in the runtime's.
    this.stack = `${this.name}: ${this.message}${stack === undefined ? '' : `\n${stack}`}`;
  }

  /** The status that the viewer gets. */
  get status(): number {
    return this.fault === 'FunctionValidationError' ? 502 : 503;
  }
}

/** Throws for a value that CloudFront does not take from a function. */
export const invalidValue = (functionName: string, what: string): EdgeFunctionError =>
  new EdgeFunctionError(
    functionName,
    'FunctionValidationError',
    `The CloudFront function returned an invalid value: ${what}`,
  );
