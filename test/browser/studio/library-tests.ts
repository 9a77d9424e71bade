import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { quarters, shade } from '../../end-to-end/pictures.ts';
import { see } from '../site/visit.ts';
import { lookedAt, type Opened } from './scene.ts';

type Upload = { name: string; mimeType: string; buffer: Buffer };

const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg'): Upload => ({ name, mimeType, buffer });

/** Bytes of a part, as the API says it. */
const PART = 8 * 2 ** 20;

const tray = (page: Page) => page.getByRole('region', { name: 'Uploads' });
const row = (page: Page, name: string) => tray(page).getByRole('listitem').filter({ hasText: name });
const choose = (page: Page, files: Upload[]) => page.getByLabel('Choose files', { exact: true }).setInputFiles(files);
const card = (page: Page, name: string) => page.getByRole('grid', { name: 'Assets' }).getByRole('row', { name });
const details = (page: Page) => page.getByRole('complementary', { name: 'Details of the asset' });

/** The library: uploads of every kind, one asset's details, bulk actions, the trash. */
export const libraryTests = ({ scene, visit }: Opened): void => {
  test('an empty library says what belongs there', async () => {
    const page = await visit('/library');
    await page.getByRole('heading', { name: 'The library is empty' }).waitFor();
    await lookedAt(page, 'library-empty');
  });

  test('many files go up at once; what cannot be taken says why, and the others are ready', async () => {
    const page = await visit('/library');
    const good = await Promise.all([1, 2, 3].map(async (index) => file(`still-${index}.jpg`, await shade(index))));
    const bad = [
      file('broken.jpg', Buffer.from('no picture at all')),
      file('empty.png', Buffer.alloc(0), 'image/png'),
      file('notes.txt', Buffer.from('notes'), 'text/plain'),
    ];
    await choose(page, [...good, ...bad]);
    await row(page, 'empty.png').getByText('The file is empty').waitFor();
    await row(page, 'notes.txt').getByText('text/plain cannot be uploaded').waitFor();
    await row(page, 'broken.jpg').getByText('The file is not an image').waitFor();
    for (const { name } of good) await row(page, name).getByText('Ready').waitFor({ timeout: 30_000 });
    await see(() => card(page, 'still-1.jpg').count()).toBe(1);
    await lookedAt(page, 'library-uploads');
    await row(page, 'notes.txt')
      .getByLabel('Choose another file: notes.txt')
      .setInputFiles([file('still-4.jpg', await shade(4))]);
    await row(page, 'still-4.jpg').getByText('Ready').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Clear finished' }).click();
    for (const { name } of bad.slice(0, 2)) await page.getByRole('button', { name: `Dismiss ${name}` }).click();
    await see(() => tray(page).count()).toBe(0);
  });

  test('a file that is pasted goes up too, under a name of its own', async () => {
    const page = await visit('/library');
    await page.getByRole('button', { name: 'Upload', exact: true }).waitFor();
    const bytes = [...(await shade(5))];
    await page.evaluate((data) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], 'image.png', { type: 'image/jpeg' }));
      dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer }));
    }, bytes);
    await row(page, 'pasted-').getByText('Ready').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Clear finished' }).click();
  });

  test('a large file is sent in parts: over a lost network and a reload it goes on where it was', async () => {
    const page = await visit('/library', 'editor', { apart: true });
    const context = page.context();
    const arrived = new Set<number>();
    const partOf = (url: string): number => Number(new URL(url).searchParams.get('partNumber'));
    let held = true;
    await page.route(/partNumber=/, (route) =>
      held && partOf(route.request().url()) === 3 ? route.abort() : route.continue(),
    );
    page.on('response', (response) => {
      if (response.ok() && response.request().method() === 'PUT') arrived.add(partOf(response.url()));
    });
    await choose(page, [file('film.mp4', Buffer.alloc(3 * PART + 5, 7), 'video/mp4')]);
    await see(() => arrived.size).toBeGreaterThanOrEqual(1);
    await context.setOffline(true);
    await row(page, 'film.mp4')
      .getByText(/connection lost/)
      .waitFor();
    await page.getByText('No connection').waitFor();
    await context.setOffline(false);
    await see(() => [...arrived].sort()).toEqual([1, 2, 4]);
    page.on('dialog', (dialog) => void dialog.accept());
    arrived.clear();
    await page.reload();
    held = false;
    // That its bytes make no film is found out once all of them are there.
    await row(page, 'film.mp4').getByText('Refused').waitFor({ timeout: 40_000 });
    expect([...arrived], 'what had arrived is not sent again').toEqual([3]);
  });

  test('one asset: focal point, crops, alternative text and the rest are kept by themselves', async () => {
    const page = await visit('/library');
    const { assetId } = await scene.system.upload(
      'focus.jpg',
      'image/jpeg',
      await quarters(800, 600).jpeg().toBuffer(),
    );
    await page.goto(`/studio/library?asset=${assetId}`);
    const point = page.getByRole('button', { name: /Focal point at 50 % from the left/ });
    await point.waitFor();
    await point.press('Shift+ArrowRight');
    await page.getByRole('button', { name: /Focal point at 60 % from the left/ }).waitFor();
    await details(page).getByLabel('English').fill('Four colours');
    await details(page).getByLabel('Español').fill('Cuatro colores');
    await details(page).getByLabel('Name').fill('Four quarters');
    await details(page).getByLabel('Folder').fill(' stills / day 1 ');
    await details(page).getByLabel(/^Tags/).fill('Colour, test, colour');
    await details(page).getByLabel('Rights and credit').fill('Unit still');
    await details(page).getByRole('heading', { name: 'Four quarters' }).click();
    await see(async () => {
      const asset = (await scene.system.asset(assetId)) as unknown as Record<string, unknown>;
      return {
        name: asset.name,
        folder: asset.folder,
        tags: asset.tags,
        alt: asset.alt,
        rights: asset.rights,
        focalPoint: asset.focalPoint,
      };
    }).toEqual({
      name: 'Four quarters',
      folder: 'stills/day 1',
      tags: ['colour', 'test'],
      alt: { en: 'Four colours', es: 'Cuatro colores' },
      rights: 'Unit still',
      focalPoint: { x: 60, y: 50 },
    });
    await details(page).getByText('Saved').waitFor();
    await lookedAt(page, 'library-asset');
    await details(page).getByText('Whole picture').click();
    await details(page).getByRole('button', { name: 'Look at frame-320.avif' }).click();
    await see(() =>
      page
        .getByRole('dialog')
        .getByRole('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(320);
    await page.keyboard.press('Escape');
  });

  test('two editors of one asset: the second is told, and nothing is lost', async () => {
    const { assetId } = await scene.system.upload('both.jpg', 'image/jpeg', await shade(9));
    const [one, other] = [await visit(`/library?asset=${assetId}`), await visit(`/library?asset=${assetId}`, 'admin')];
    for (const page of [one, other]) await details(page).getByLabel('English').waitFor();
    await other.route(/\/assets\/[^/]+$/, (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await details(one).getByLabel('English').fill('By the first');
    await see(async () => ((await scene.system.asset(assetId)) as unknown as { alt: object }).alt).toEqual({
      en: 'By the first',
    });
    await details(other).getByLabel('Español').fill('Por la segunda');
    await other.unroute(/\/assets\/[^/]+$/);
    await other.getByText('Somebody else changed this meanwhile').waitFor();
    expect(await details(other).getByLabel('Español').inputValue()).toBe('Por la segunda');
    await other.getByRole('button', { name: 'Take theirs' }).click();
    await see(() => details(other).getByLabel('English').inputValue()).toBe('By the first');
  });

  test('what is found, and what is done with several at once, can be taken back', async () => {
    const page = await visit('/library');
    await card(page, 'still-1.jpg').waitFor();
    await page.getByLabel('Find in the library').fill('still-');
    await see(() => page.getByRole('grid', { name: 'Assets' }).getByRole('row').count()).toBe(4);
    for (const name of ['still-1.jpg', 'still-2.jpg']) await card(page, name).locator('label').click();
    const bulk = page.getByRole('region', { name: '2 files selected' });
    await bulk.getByRole('button', { name: 'Add tag' }).click();
    await page.getByLabel('Tag', { exact: true }).fill('Cast');
    await page.keyboard.press('Enter');
    await page.getByText('2 files tagged cast').waitFor();
    await page.getByRole('button', { name: 'cast', exact: true }).click();
    await see(() => page.getByRole('grid', { name: 'Assets' }).getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing here matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByText('List', { exact: true }).click();
    await page.getByRole('grid', { name: 'Assets' }).getByText('still-3.jpg').waitFor();
    await lookedAt(page, 'library-list');
  });

  test('the trash gives back, and what goes for good names what it breaks', async () => {
    const { assetId } = await scene.system.upload('used.jpg', 'image/jpeg', await shade(11));
    await scene.system.create('news', 'uses-it', {
      headline: { en: 'Uses it' },
      picture: { asset: assetId, alt: { en: 'A shade' } },
    });
    const page = await visit(`/library?asset=${assetId}`);
    await details(page).getByRole('link', { name: 'Uses it' }).waitFor();
    await details(page).getByRole('button', { name: 'Move to the trash' }).click();
    await page.getByText('1 file moved to the trash').waitFor();
    await page.goto('/studio/trash');
    await page.getByRole('listitem').filter({ hasText: 'used.jpg' }).waitFor();
    await lookedAt(page, 'trash');
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await page.getByRole('dialog').getByText('Uses it').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByText('The trash is empty').waitFor();
    await page.goto('/studio/library');
    await card(page, 'used.jpg').waitFor();
  });

  test('names from files and fields stay text', async () => {
    const hostile = '"><img src=x onerror=alert(1)>‮gpj.exe';
    const page = await visit('/library');
    await choose(page, [file(`${hostile}.jpg`, await shade(13))]);
    await row(page, 'onerror').getByText('Ready').waitFor({ timeout: 30_000 });
    const found = (await scene.system.assets()).find(({ fileName }) => fileName.includes('onerror'));
    await page.goto(`/studio/library?asset=${found?.assetId}`);
    await details(page).getByLabel('English').fill('<script>alert(1)</script>');
    await details(page).getByText('Saved').waitFor();
    expect(await page.locator('img[src="x"], main script').count()).toBe(0);
    await details(page).getByRole('button', { name: 'Move to the trash' }).click();
    await page.getByText('1 file moved to the trash').waitFor();
  });
};
