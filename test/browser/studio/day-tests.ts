import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openFan } from '../../end-to-end/fan.ts';
import { shade } from '../../end-to-end/pictures.ts';
import { see } from '../site/visit.ts';
import { createDesk } from './pages-desk.ts';
import type { Opened } from './scene.ts';

const HEADLINE = 'The ninth lamp is lit';
const TITULAR = 'Se enciende la novena lámpara';

const tray = (page: Page) => page.getByRole('region', { name: 'Uploads' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

/** Twenty-seven stills, and three files that cannot be taken. */
const files = async () => {
  const stills = Array.from({ length: 27 }, async (_, index) => ({
    name: `day-${index + 1}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await shade(100 + index, 120, 80),
  }));
  return [
    ...(await Promise.all(stills)),
    { name: 'day-broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    { name: 'day-empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    { name: 'day-notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') },
  ];
};

/** A day of a launch, from the first file to the last answer, by those who may. */
export const dayTests = (opened: Opened): void => {
  const { scene, visit } = opened;
  const { form, saved, preview } = createDesk(opened);

  test('thirty files, a page in two languages, a release and back, and a fan who is answered', async () => {
    const editor = await visit('/library?folder=launch', 'editor', { apart: true });
    const { system } = scene;

    // Files: three are refused with their reasons, the network goes amid the others, and all of those arrive.
    await button(editor, 'Upload').waitFor();
    await editor.getByLabel('Choose files', { exact: true }).setInputFiles(await files());
    await tray(editor).getByText('30 files').waitFor();
    await see(
      async () => (await system.assets()).filter(({ fileName }) => fileName.startsWith('day-')).length,
    ).toBeGreaterThan(3);
    await editor.context().setOffline(true);
    await editor.getByText('No connection').waitFor();
    await editor.context().setOffline(false);
    for (const reason of ['The file is not an image', 'The file is empty', 'text/plain cannot be uploaded']) {
      await tray(editor).getByText(reason).waitFor({ timeout: 60_000 });
    }
    const ready = async (): Promise<number> =>
      (await system.assets()).filter(({ fileName, state }) => /^day-\d+\.jpg$/.test(fileName) && state === 'ready')
        .length;
    await expect.poll(ready, { timeout: 120_000 }).toBe(27);
    await see(async () => {
      if (await button(editor, 'Clear finished').isVisible()) await button(editor, 'Clear finished').click();
      return tray(editor).getByRole('listitem').count();
    }).toBe(3);

    // The focal point of the one that the page will show, and what is to be seen in it.
    const still = (await system.assets()).find(({ fileName }) => fileName === 'day-1.jpg');
    await editor.goto(`/studio/library?asset=${still?.assetId}`);
    await editor.getByRole('button', { name: /Focal point at 50 %/ }).press('Shift+ArrowUp');
    const details = editor.getByRole('complementary', { name: 'Details of the asset' });
    await details.getByLabel('English').fill('A lamp in the dark');
    await details.getByLabel('Español').fill('Una lámpara en la oscuridad');
    await details.getByText('Saved').waitFor();
    expect((await system.asset(still?.assetId ?? '')) as object).toMatchObject({
      folder: 'launch',
      focalPoint: { x: 50, y: 40 },
    });

    // A page in two languages, seen as it will be.
    await editor.goto('/studio/pages');
    await button(editor, 'New page').click();
    await editor.getByRole('menuitem', { name: 'News article' }).click();
    await editor.getByLabel('Name in English').fill(HEADLINE);
    await editor.keyboard.press('Enter');
    await editor.getByRole('heading', { name: HEADLINE, level: 1 }).waitFor();
    await button(editor, 'Side by side').click();
    for (const [field, english, spanish] of [
      ['Headline', HEADLINE, TITULAR],
      ['Summary', 'It was seen from the harbour.', 'Se vio desde el puerto.'],
      ['Text', 'Nobody had lit it for nine years.', 'Nadie la encendía desde hacía nueve años.'],
    ] as const) {
      await form(editor).getByLabel(`English (${field})`).fill(english);
      await form(editor).getByLabel(`Español (${field})`).fill(spanish);
    }
    await preview(editor).getByText('It was seen from the harbour.').first().waitFor();
    await saved(editor);
    const itemId = new URL(editor.url()).pathname.split('/').at(-1) ?? '';
    await see(async () => (await system.call('GET', `/content/${itemId}`)).body.names).toEqual({
      en: HEADLINE,
      es: TITULAR,
    });

    // A release, by whoever may: scheduled and called off, then at once, then back.
    const publisher = await visit('/releases', 'publisher');
    await button(publisher, 'New release').click();
    await publisher.getByLabel('Name', { exact: true }).fill('The launch');
    await publisher.getByRole('combobox', { name: 'Find a page to add' }).fill(HEADLINE);
    await publisher.getByRole('option', { name: HEADLINE }).click();
    await button(publisher, 'Add a moment').click();
    await dialog(publisher).getByRole('button', { name: 'Everywhere' }).click();
    await button(publisher, 'Keep').click();
    await publisher.getByText('Saved', { exact: true }).waitFor();
    await button(publisher, 'Schedule').click();
    await dialog(publisher).getByRole('button', { name: 'Schedule' }).click();
    await button(publisher, 'Call off').click();
    await dialog(publisher).or(button(publisher, 'Release now')).first().waitFor();
    if (await dialog(publisher).isVisible()) await dialog(publisher).getByRole('button', { name: 'Call off' }).click();
    const address = `/news/the-ninth-lamp-is-lit/`;
    expect((await system.page(address)).status).toBe(404);
    await button(publisher, 'Release now').click();
    await dialog(publisher).getByRole('button', { name: 'Release now' }).click();
    const standing = publisher.getByRole('region', { name: 'How far it is' });
    await standing.getByText('Released', { exact: true }).waitFor({ timeout: 40_000 });
    expect((await system.page(address)).text).toContain(HEADLINE);
    expect((await system.page('/es/news/se-enciende-la-novena-lampara/')).text).toContain(TITULAR);
    await button(publisher, 'Roll back').click();
    await dialog(publisher).getByRole('button', { name: 'Roll back' }).click();
    await standing.getByText('Rolled back', { exact: true }).waitFor({ timeout: 40_000 });
    expect((await system.page(address)).status).toBe(410);

    // A fan is answered by a person.
    const fan = await openFan(system.runtime.siteUrl, { from: '127.0.0.31' });
    await fan.ask('Can I talk to a person?');
    await editor.goto('/studio/chat');
    await editor.getByRole('list', { name: 'Wait for a person' }).getByRole('button').first().click();
    await editor.getByLabel('Your reply').fill('The ninth lamp is lit on Friday.');
    await editor.keyboard.press('Control+Enter');
    await see(async () =>
      (await fan.read()).some(
        (message) => message.type === 'hand-over' && message.text === 'The ninth lamp is lit on Friday.',
      ),
    ).toBe(true);
  }, 300_000);
};
