/** What an HTTP API answers. */
export type ApiResponse = { status: number; headers: Record<string, string>; cookies: readonly string[]; body: Buffer };

export const message = (status: number, text: string, headers: Record<string, string> = {}): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message: text })),
});

/**
 * What a function's result means: an object with `statusCode` is a response, anything else is the JSON body of a 200.
 * Undefined where the result is no response, which is a 500 to the caller.
 */
export const responseOf = (payload: string): ApiResponse | undefined => {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(typeof result === 'string' ? result : payload),
    };
  }
  const { statusCode, isBase64Encoded, ...members } = result as {
    statusCode: unknown;
    headers?: Record<string, unknown> | null;
    cookies?: string[] | null;
    body?: unknown;
    isBase64Encoded?: boolean;
  };
  const headers = members.headers ?? {};
  const cookies = members.cookies ?? [];
  const body = members.body ?? '';
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599 || typeof body !== 'string') return undefined;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=utf-8', ...lower },
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};
