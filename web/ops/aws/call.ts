import type { InputOf, Operation, OutputOf, Service } from './apis.ts';
import type { Session } from './session.ts';
import { fromWire, toWire } from './wire.ts';

/** What AWS or the proxy refused; `name` is AWS's own, such as `ExecutionDoesNotExist`. */
export class AwsCallError extends Error {
  override name: string;
  readonly status: number;

  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** Terminal: the page has no session, or one that ended; the link that the command printed opens a new one. */
export class NoSessionError extends Error {
  override name = 'NoSessionError';
}

const ask = async (path: string, init: RequestInit): Promise<unknown> => {
  const response = await fetch(path, {
    ...init,
    headers: { 'content-type': 'application/json', 'x-marquee-console': '1' },
  });
  const text = await response.text();
  if (response.status === 401)
    throw new NoSessionError(text || 'This console needs the link that its command printed.');
  const answer: unknown = text === '' ? undefined : JSON.parse(text, fromWire);
  if (response.ok) return answer;
  const { name = 'Error', message = response.statusText } = (answer ?? {}) as { name?: string; message?: string };
  throw new AwsCallError(name, message, response.status);
};

/** Makes one call of AWS. Throws `AwsCallError` with AWS's name and message, and `NoSessionError`. */
export const call = async <S extends Service, O extends Operation<S>>(
  service: S,
  operation: O,
  input: InputOf<S, O>,
  signal?: AbortSignal,
): Promise<OutputOf<S, O>> =>
  (await ask(`/aws/${service}/${operation}`, {
    method: 'POST',
    body: JSON.stringify(toWire(input)),
    signal,
  })) as OutputOf<S, O>;

/** Whom the console works for. Throws `NoSessionError`. */
export const readSession = async (): Promise<Session> => (await ask('/session', { method: 'GET' })) as Session;

/** Spends the one-time token of the link; from then on the browser has a cookie. Throws `NoSessionError` where it is spent. */
export const openSession = async (token: string): Promise<void> =>
  void (await ask('/session', { method: 'POST', body: JSON.stringify({ token }) }));
