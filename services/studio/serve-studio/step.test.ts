import { expect, test } from 'vitest';
import { createServeStudio } from './step.ts';

const settings = { stage: 'qa', signInUrl: 'https://marquee.auth.example', clientId: 'a"b<c>&' };

const setUp = () => {
  let reads = 0;
  const body = new Uint8Array([0, 255, 1]);
  const serve = createServeStudio({
    async read() {
      reads++;
      if (reads === 1) throw new Error('the disk is slow');
      return {
        page: '<div id="root" data-settings="{settings}"></div>',
        files: new Map([['main-AB12.js', { contentType: 'text/javascript; charset=utf-8', body }]]),
        styles: ["'sha256-abc='"],
      };
    },
    uploadOrigin: async () => 'https://uploads.example',
    settings,
  });
  return { serve, body, reads: () => reads };
};

test('every screen is the page, whose settings are no markup, and which may ask only its own origin, sign-in and uploads', async () => {
  const { serve, reads } = setUp();
  await expect(serve('/studio')).rejects.toThrow('the disk is slow');
  for (const path of ['/studio', '/studio/', '/studio/pages/nine-lamps', '/studio/library']) {
    const { statusCode, headers, body } = await serve(path);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(body).toBe(
      '<div id="root" data-settings="{&quot;stage&quot;:&quot;qa&quot;,&quot;signInUrl&quot;:&quot;https://marquee.auth.example&quot;,&quot;clientId&quot;:&quot;a\\&quot;b&lt;c&gt;&amp;&quot;}"></div>',
    );
    const policy = headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'sha256-abc=';");
    expect(policy).toContain("connect-src 'self' https://marquee.auth.example https://uploads.example;");
    expect(policy).not.toContain('unsafe');
  }
  expect(reads(), 'a folder that could not be read is read again, and then kept').toBe(2);
});

test('a file keeps for good, since its name changes with it', async () => {
  const { serve, body } = setUp();
  await serve('/studio').catch(() => undefined);
  const answer = await serve('/studio/main-AB12.js');
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
  expect(new Uint8Array(Buffer.from(answer.body, 'base64'))).toEqual(body);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test.each(['/studio/main-OLD.js', '/studio/../files.json', '/studio/index.html'])(
  '%s is no file of it',
  async (path) => {
    const { serve } = setUp();
    await serve('/studio').catch(() => undefined);
    expect(await serve(path)).toMatchObject({ statusCode: 404, headers: { 'cache-control': 'no-store' } });
  },
);
