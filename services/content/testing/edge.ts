import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

type Answer = {
  uri?: string;
  statusCode?: number;
  headers?: { location?: { value: string } };
  body?: { data: string };
};

/** Below the folder of the infrastructure, which this domain never imports. */
const ROUTER = join(import.meta.dirname, '../../../infra/site/router.js');

/** The function of the edge with its own code, over a key value store that the test fills. */
export const openEdge = async (routes: ReadonlyMap<string, string>, clock: { now: number }) => {
  const code = (await readFile(ROUTER, 'utf8')).replace(/^import .*$/gm, '');
  const kvs = {
    get: async (key: string): Promise<string> => {
      const value = routes.get(key);
      if (value === undefined) throw new Error('KeyNotFound');
      return value;
    },
  };
  const globals = { cf: { kvs: () => kvs }, crypto: { createHmac }, Date: { now: () => clock.now } };
  const handler: (event: object) => Promise<Answer> = runInNewContext(`${code}\nhandler;`, globals);

  /** What the edge makes of an address: the object that it serves, where it leads on, or the status that it answers. */
  return async (address: string, country?: string): Promise<string> => {
    const { pathname, searchParams } = new URL(address, 'https://example.com');
    const querystring = Object.fromEntries([...searchParams].map(([name, value]) => [name, { value }]));
    const headers = country === undefined ? {} : { 'cloudfront-viewer-country': { value: country } };
    const answer = await handler({ request: { uri: pathname, querystring, headers } });
    if (answer.statusCode === undefined) return `= ${answer.uri}`;
    return answer.headers?.location ? `> ${answer.headers.location.value}` : String(answer.statusCode);
  };
};
