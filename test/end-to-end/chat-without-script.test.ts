import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChatNewsroom } from './chat-newsroom.ts';
import type { Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await startChatNewsroom();
});
afterAll(() => room?.stop());

/** Posts the form; as a browser does, looks again for as long as the page says that its answer is on its way. */
const post = async (fields: Record<string, string>) => {
  const posted = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' } as const;
  const response = await fetch(`${room.runtime.siteUrl}/chat/ask`, posted);
  let text = await response.text();
  const again = () => /http-equiv="refresh" content="2;url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  for (let address = again(); address; address = again()) text = (await room.page(address)).text;
  return { status: response.status, headers: response.headers, text };
};
const hidden = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

describe('where no script runs', () => {
  test('a form of any page is answered with a page that says the answer, with where it stands and a field for more', async () => {
    const { status, headers, text } = await post({ question: 'When does it open?', locale: 'en' });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).not.toContain('script');
    expect(text).toContain('Friday 4 December');
    expect(text).toContain('href="/questions/#when-it-opens"');
    const next = await post({ ...hidden(text), question: 'Where was it filmed?' });
    expect(next.text).toContain('Friday 4 December');
    expect(next.text).toContain('On the coast of Carrow');
    const again = await post({ ...hidden(text), question: 'Where was it filmed?' });
    expect(again.text.match(/class="q"/g)).toHaveLength(2);
    const looked = await room.page(`/chat/ask?${new URLSearchParams(hidden(next.text))}`);
    expect(looked.text).toContain('On the coast of Carrow');
  });

  test('the page is in the language of the one before, and styled by the site', async () => {
    const { text } = await post({ question: '¿dónde se rodó?', locale: 'es' });
    expect(text).toContain('<html lang="es"');
    expect(text).toContain('a lo largo de un solo invierno');
    const [, stylesheet = ''] = /href="(\/site\/site-[^"]+\.css)"/.exec(text) ?? [];
    expect((await room.page(stylesheet)).status).toBe(200);
  });

  test('what is asked is text, and what is refused says why', async () => {
    const { text } = await post({ question: '<img src=x onerror=alert(1)> When does it open?', locale: 'en' });
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<img');
    const long = await post({ question: 'a'.repeat(501), locale: 'en' });
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('501 characters')]);
    const forged = await post({ question: 'When?', locale: 'en', conversation: crypto.randomUUID(), token: 'x.y.z' });
    expect(forged.status).toBe(401);
    expect((await post({ question: ' ', locale: 'en' })).status).toBe(200);
    expect((await post({ question: 'a'.repeat(20_000), locale: 'en' })).status).toBe(413);
  });
});
