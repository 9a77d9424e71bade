const REFUSED = /AccessDenied|NotAuthorized|Unauthorized|Forbidden/;

/** Who may, where AWS refuses the console's role; empty of any other error. */
export const rightWords = (error: unknown): string =>
  error instanceof Error && REFUSED.test(error.name)
    ? 'The stage gives this right to its roles ConsoleReader and ConsoleOperator; a deployment of its stack Ops puts it right where it is missing.'
    : '';
