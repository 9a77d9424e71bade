/** What an API answers over HTTP. */
export type ApiResponse = { status: number; headers: Record<string, string>; cookies: readonly string[]; body: Buffer };

export const message = (status: number, text: string, headers: Record<string, string> = {}): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message: text })),
});
