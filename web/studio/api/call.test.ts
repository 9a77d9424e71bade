import { expect, test } from 'vitest';
import { ApiError, createApi, OfflineError, path } from './call.ts';

type Asked = { url: string; init: RequestInit };

const setUp = (answers: (Response | Error)[]) => {
  const asked: Asked[] = [];
  const api = createApi({
    async fetch(url, init = {}) {
      asked.push({ url: String(url), init });
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? new Error('asked once too often');
      return answer;
    },
    token: async () => 'first',
    renew: async () => 'second',
  });
  return { api, asked };
};

const json = (status: number, body: object): Response => new Response(JSON.stringify(body), { status });

test('a call carries who asks, what it sends, and the version that it changes', async () => {
  const { api, asked } = setUp([json(200, { version: 8 })]);
  const answer = await api.put(path('/content', 'a/b'), {
    body: { data: {} },
    version: 7,
    query: { q: 'á', no: undefined },
  });
  expect(answer).toEqual({ version: 8 });
  expect(asked[0]?.url).toBe('/content/a%2Fb?q=%C3%A1');
  expect(asked[0]?.init).toMatchObject({
    method: 'PUT',
    body: '{"data":{}}',
    headers: { authorization: 'Bearer first', 'content-type': 'application/json', 'if-match': '"7"' },
  });
});

test('a token that is taken no more is renewed once', async () => {
  const { api, asked } = setUp([json(401, {}), json(200, { ok: true })]);
  expect(await api.get('/assets')).toEqual({ ok: true });
  expect(asked.map(({ init }) => (init.headers as Record<string, string>).authorization)).toEqual([
    'Bearer first',
    'Bearer second',
  ]);
});

test('a refusal keeps what the API said of it', async () => {
  const told = { code: 'conflict', message: 'Another version came between.', field: 'id' };
  const said = { ...told, current: { version: 9 } };
  const { api } = setUp([json(412, { error: said })]);
  const error = await api.post('/content').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ ...told, status: 412, details: said });
});

test.each([
  [new Response('<html>Bad gateway</html>', { status: 502 }), { name: 'ApiError', status: 502, code: 'status-502' }],
  [new TypeError('Failed to fetch'), { name: 'OfflineError' }],
])('an answer that is none is an error all the same', async (answer, expected) => {
  const { api } = setUp([answer]);
  await expect(api.get('/assets')).rejects.toMatchObject(expected);
});

test('who gives up is not told that the network is away', async () => {
  const { api } = setUp([new DOMException('given up', 'AbortError')]);
  const controller = new AbortController();
  controller.abort();
  const error = await api.get('/assets', { signal: controller.signal }).catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(OfflineError);
});
