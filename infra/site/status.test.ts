import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

type Response = { statusCode: number; statusDescription?: string; headers: Record<string, { value: string }> };

const answered = async (response: Response): Promise<Response> => {
  const code = await readFile(join(import.meta.dirname, 'status.js'), 'utf8');
  return runInNewContext(`${code}\nhandler;`)({ response });
};
const said = (value: string) => ({ 'x-amz-meta-status': { value }, 'content-type': { value: 'text/html' } });

test.each([
  ['404', 'Not Found'],
  ['410', 'Gone'],
])('a page that says that it stands for %s is answered so, and the viewer is not told how', async (status, text) => {
  expect(await answered({ statusCode: 200, headers: said(status) })).toEqual({
    statusCode: Number(status),
    statusDescription: text,
    headers: { 'content-type': { value: 'text/html' } },
  });
});

test('any other page, and what a cache confirms, is answered as it is', async () => {
  const page = { statusCode: 200, headers: {} };
  expect(await answered(structuredClone(page))).toEqual(page);
  expect((await answered({ statusCode: 304, headers: said('404') })).statusCode).toBe(304);
});
