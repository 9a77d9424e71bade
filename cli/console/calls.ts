import { type Answer, failed, json } from './answer.ts';
import { isListed } from './apis.ts';
import type { Clients } from './clients.ts';
import { fromWire } from './wire.ts';

type AwsFailure = Error & { $metadata?: { httpStatusCode?: number } };

/** What AWS refused, or why it was not reached: with its own name, message and status. */
export const failureOf = (error: unknown): Answer => {
  const { name, message, $metadata } = error as AwsFailure;
  const status = $metadata?.httpStatusCode ?? 502;
  // To the page 401 means that its own session is gone, and a failure is never below 400.
  return failed(status < 400 || status === 401 ? 502 : status, name, message);
};

const inputOf = (body: string): object | undefined => {
  try {
    const input: unknown = JSON.parse(body, fromWire);
    return typeof input === 'object' && input !== null && !Array.isArray(input) ? input : undefined;
  } catch {
    return undefined;
  }
};

/** Makes the call that a path `/aws/SERVICE/OPERATION` names, where it is listed. */
export const answerCall = async (
  path: string,
  body: string,
  clients: () => Promise<Clients>,
  signal: AbortSignal,
): Promise<Answer> => {
  const [, , service = '', operation = '', ...more] = path.split('/');
  if (more.length > 0 || !isListed(service, operation))
    return failed(404, 'NotListed', 'The console makes no such call.');
  const input = inputOf(body);
  if (!input) return failed(400, 'NotAnInput', `The input of ${operation} is not a JSON object.`);
  try {
    const made = await (await clients()).call(service, operation, input, signal);
    return json(200, { ...made, $metadata: undefined });
  } catch (error) {
    return failureOf(error);
  }
};
