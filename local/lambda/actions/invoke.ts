import { check, oneOf, optional } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Invoked } from '../host.ts';
import type { Lambda } from '../state.ts';

type Input = {
  FunctionName: string;
  Qualifier?: string;
  InvocationType?: string;
  LogType?: string;
  /** Base64 of what the caller tells in the context object, as JSON. */
  ClientContext?: string;
  Payload?: string | Uint8Array;
};

/** Largest request of a synchronous call, in bytes, and largest event of an asynchronous one. */
const LIMITS = { RequestResponse: 6 * 2 ** 20, Event: 2 ** 20 } as const;

/** Largest answer of a function to a synchronous call, in bytes: 6 MiB and a little for what Lambda adds. */
const LARGEST_ANSWER = 6 * 2 ** 20 + 100;

export const invoke = ({ functions, host, queue }: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier', 'InvocationType', 'LogType', 'ClientContext', 'Payload'],
  differs: 'Functions run in processes of this machine; more of one than it has processors wait for their turn.',
  permissions: ({ FunctionName, Qualifier }: Input) => [
    { action: 'lambda:InvokeFunction', resource: functions.find(FunctionName, Qualifier, '$LATEST').invokedArn },
  ],
  async run(
    { FunctionName, Qualifier, InvocationType = 'RequestResponse', LogType, ClientContext, Payload }: Input,
    { trace },
  ) {
    const found = functions.find(FunctionName, Qualifier, '$LATEST');
    const event =
      Payload === undefined || Payload.length === 0
        ? '{}'
        : typeof Payload === 'string'
          ? Payload
          : Buffer.from(Payload).toString();
    check(optional('logType', LogType, [oneOf(['None', 'Tail'])]));
    checkEvent(event, InvocationType);
    if (InvocationType === 'DryRun') return { StatusCode: 204 };
    if (InvocationType === 'Event') {
      queue.add(found, event, trace);
      return { StatusCode: 202 };
    }
    const result = answerable(
      await host.invoke(found, event, { trace, clientContext: clientContextOf(ClientContext) }),
    );
    return {
      StatusCode: 200,
      ExecutedVersion: found.version,
      ...(LogType === 'Tail' ? { LogResult: Buffer.from(result.logTail).toString('base64') } : {}),
      ...(result.ok
        ? { Payload: result.payload }
        : { FunctionError: 'Unhandled', Payload: JSON.stringify(result.error) }),
    };
  },
});

/** A result that the caller can be told: one that is too large fails the call, after the function has run. */
const answerable = (result: Invoked): Invoked => {
  if (!result.ok || Buffer.byteLength(result.payload) <= LARGEST_ANSWER) return result;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${LARGEST_ANSWER} bytes).`;
  return { ...result, ok: false, error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
};

/** Longest client context, in bytes of base64. */
const LONGEST_CONTEXT = 3583;

const clientContextOf = (text: string | undefined): unknown => {
  if (text === undefined || text === '') return undefined;
  try {
    if (text.length > LONGEST_CONTEXT) throw new Error(`it is longer than ${LONGEST_CONTEXT} bytes`);
    return JSON.parse(Buffer.from(text, 'base64').toString());
  } catch (error) {
    const message = `Client context must be a valid Base64-encoded JSON object: ${(error as Error).message}`;
    throw new AwsError('InvalidRequestContentException', message);
  }
};

const checkEvent = (event: string, type: string): void => {
  if (type !== 'RequestResponse' && type !== 'Event' && type !== 'DryRun') {
    throw new AwsError(
      'InvalidParameterValueException',
      `Value '${type}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]`,
    );
  }
  const limit = LIMITS[type === 'Event' ? 'Event' : 'RequestResponse'];
  const size = Buffer.byteLength(event);
  if (size > limit) {
    throw new AwsError(
      'RequestTooLargeException',
      `Request must be smaller than ${limit} bytes for the InvokeFunction operation`,
      413,
    );
  }
  try {
    JSON.parse(event);
  } catch (error) {
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${(error as Error).message}`,
    );
  }
};
