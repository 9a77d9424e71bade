import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
import { within } from './within.ts';

export type InvokeOptions = {
  clock: Clock;
  accountId: string;
  region: string;
  cloud: () => Cloud;
  /** Who acts with a role that an integration names as its credentials. */
  principalOf: (roleArn: string) => Principal;
  /** Told what keeps API Gateway from calling a function; to the caller it says no more than AWS does. */
  onFault: (error: unknown) => void;
};

type Call = {
  /** The function's ARN, or API Gateway's address of it, which may name stage variables. */
  uri: string;
  credentialsArn?: string;
  /** The route or authorizer on whose behalf the function is called. */
  sourceArn: string;
  variables: Readonly<Record<string, string>>;
  timeoutMs: number;
};

/** What a function came to; `message` is what `$context.integrationErrorMessage` says. */
export type Invoked =
  | { ok: true; payload: string }
  | { ok: false; reason: 'late' | 'refused' | 'throttled' | 'too-large' | 'failed'; message: string; error?: string };

export type Invoke = (call: Call, event: object) => Promise<Invoked>;

const REFUSED =
  "The IAM role configured on the integration or API Gateway doesn't have permissions to call the integration. Check the permissions and try again.";

const FAILED =
  'The Lambda function returned the following error: Unhandled. Check your Lambda function code and try again.';

/** Calls functions as API Gateway: by their resource policy, or as the role of the integration. Never throws. */
export const createInvoke =
  (options: InvokeOptions): Invoke =>
  async ({ uri, credentialsArn, sourceArn, variables, timeoutMs }, event) => {
    const { clock, cloud, accountId, onFault, principalOf } = options;
    try {
      const principal = credentialsArn
        ? principalOf(credentialsArn)
        : servicePrincipal('apigateway.amazonaws.com', sourceArn, accountId);
      const input = { FunctionName: functionOf(uri, variables), Payload: JSON.stringify(event) };
      const output = await within(clock, timeoutMs, cloud().call('lambda', 'Invoke', input, principal));
      if (output === 'late') return { ok: false, reason: 'late', message: 'Endpoint request timed out' };
      const payload = String(output.Payload ?? '');
      return output.FunctionError === undefined
        ? { ok: true, payload }
        : { ok: false, reason: 'failed', message: FAILED, error: payload };
    } catch (error) {
      if (!(error instanceof AwsError)) {
        onFault(error);
        return { ok: false, reason: 'failed', message: 'Internal server error' };
      }
      const { code, message } = error;
      if (code === 'TooManyRequestsException') return { ok: false, reason: 'throttled', message };
      if (code === 'RequestTooLargeException') return { ok: false, reason: 'too-large', message };
      onFault(new Error(`API Gateway could not call a function for ${sourceArn}: ${message}`, { cause: error }));
      return { ok: false, reason: 'refused', message: code === 'AccessDeniedException' ? REFUSED : message };
    }
  };

/** The function that a URI names: `arn:aws:lambda:…`, alone or in `arn:aws:apigateway:…:path/2015-03-31/functions/…/invocations`. */
export const functionOf = (uri: string, variables: Readonly<Record<string, string>>): string => {
  const filled = uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? '') : '',
  );
  return /\/functions\/(.+)\/invocations$/.exec(filled)?.[1] ?? filled;
};
