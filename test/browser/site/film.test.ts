import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trailerCaptions } from '../../../cli/seed/artwork/trailer-captions.ts';
import { drawFilm } from '../../../cli/seed/artwork/trailer-film.ts';
import { launchBrowser } from '../../browser.ts';
import { serve } from './serve.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Seconds of the trailer that are drawn, of twenty: drawing all of it takes a processor half a minute. */
const DRAWN = 4;

test('the demo trailer is small, and a real browser plays it with its captions', async () => {
  const film = await drawFilm(0, DRAWN);
  expect(film.length).toBeLessThan((4_000_000 / 20) * DRAWN);
  const page = '<video muted><track kind="captions" src="/en.vtt" srclang="en" label="English" default></video>';
  const server = await serve(
    new Map([
      ['/', { contentType: 'text/html', body: page }],
      ['/film.webm', { contentType: 'video/webm', body: film }],
      ['/en.vtt', { contentType: 'text/vtt', body: trailerCaptions('en') }],
    ]),
  );
  const tab = await browser.newPage();
  await tab.goto(server.origin);
  const seen = await tab.evaluate(async () => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const reached = new Promise<void>((resolve, reject) => {
      video.addEventListener('error', () => reject(new Error(video.error?.message)));
      video.addEventListener('timeupdate', () => video.currentTime > 2.2 && resolve());
    });
    video.src = '/film.webm';
    await video.play();
    await reached;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(video, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const brightest = data.reduce((most, value, index) => (index % 4 === 3 ? most : Math.max(most, value)), 0);
    const said = [...(video.textTracks[0]?.activeCues ?? [])].map((cue) => (cue as VTTCue).text);
    return { duration: video.duration, size: [canvas.width, canvas.height], brightest, said };
  });
  server.close();
  expect(seen).toMatchObject({ size: [854, 480], said: [expect.stringContaining('Saltern Point')] });
  expect(seen.duration).toBeCloseTo(DRAWN, 1);
  expect(seen.brightest).toBeGreaterThan(150);
}, 120_000);
