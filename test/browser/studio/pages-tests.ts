import { expect, test } from 'vitest';
import { news } from '../../end-to-end/newsroom.ts';
import { see } from '../site/visit.ts';
import { createDesk, HOSTILE } from './pages-desk.ts';
import { lookedAt, type Opened } from './scene.ts';

/** The list of pages and the editor of one: written, seen, put together with what others write, published, taken back. */
export const pagesTests = (opened: Opened): void => {
  const { scene, visit } = opened;
  const { form, saved, preview, table, open, write, dataOf } = createDesk(opened);
  // The system is there when a test runs, not yet when the tests are told.
  const create = (...given: Parameters<Opened['scene']['system']['create']>) => scene.system.create(...given);

  test('a page is made from its name, found, and goes to the trash and back', async () => {
    const page = await visit('/pages');
    await page.getByRole('button', { name: 'New page' }).click();
    await page.getByRole('menuitem', { name: 'News article' }).click();
    await page.getByLabel('Name in English').fill('A lamp is lit');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A lamp is lit', level: 1 }).waitFor();
    await see(() => page.getByRole('list').getByText('Summary is empty').count()).toBe(1);
    await page.getByRole('link', { name: 'Pages' }).first().click();
    await page.getByRole('searchbox').fill('lamp lit');
    const row = table(page).getByRole('row', { name: 'A lamp is lit' });
    await row.getByText('Draft').waitFor();
    await lookedAt(page, 'pages');
    await row.locator('.tick').click();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await page.getByText('One page is in the trash').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByRole('heading', { name: 'No page fits' }).waitFor();
  });

  test('what is written is saved by itself, shown in its real page before that, and told where it lacks something', async () => {
    await create('news', 'first-light', news('First light', { headline: { en: 'First light', es: 'Primera luz' } }));
    const page = await open('first-light');
    await write(page, 'Summary', 'The ninth lamp was seen from the harbour.');
    await preview(page).getByText('The ninth lamp was seen from the harbour.').first().waitFor();
    await saved(page);
    expect(await dataOf('first-light')).toMatchObject({ summary: { en: 'The ninth lamp was seen from the harbour.' } });
    await page.locator('.edited').waitFor();
    await lookedAt(page, 'editor');
    await page.getByRole('button', { name: 'Side by side' }).click();
    await form(page).getByLabel('Español (Summary)').fill('Desde el puerto se vio la novena lámpara.');
    await saved(page);
    expect(await dataOf('first-light')).toMatchObject({ summary: { es: 'Desde el puerto se vio la novena lámpara.' } });
    await lookedAt(page, 'editor-beside');
    await page.getByRole('button', { name: 'Side by side' }).click();
    await preview(page).getByText('First light, at length.').click();
    await see(() => page.evaluate(() => document.activeElement?.id)).toBe('field-body.en');
  });

  test('a text has Markdown’s tools, steps are taken back and done again by keys', async () => {
    await create('news', 'tools', news('Tools'));
    const page = await open('tools');
    const body = form(page).getByRole('textbox', { name: 'Text (English)' });
    await body.fill('a lamp');
    await body.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 6));
    await page.keyboard.press('Control+b');
    expect(await body.inputValue()).toBe('a **lamp**');
    await page
      .getByRole('toolbar', { name: 'Text tools: Text, English' })
      .getByText('Preview', { exact: true })
      .click();
    expect(await form(page).locator('.md-shown strong').textContent()).toBe('lamp');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await see(() => form(page).locator('.md-shown').textContent()).not.toContain('lamp');
    await page.keyboard.press('Control+Shift+Z');
    await see(() => form(page).locator('.md-shown').textContent()).toContain('lamp');
    await page.keyboard.press('Control+s');
    await saved(page);
  });

  test('two editors on one page: other fields are put together, the same field is decided, nothing is lost', async () => {
    await create('news', 'two-hands', news('Two hands', { byline: 'Nobody' }));
    const mine = await open('two-hands');
    const theirs = await open('two-hands', 'admin');
    await write(theirs, 'Headline', 'Two hands, by the other');
    await saved(theirs);
    await write(mine, 'Byline', 'Edda Marrow');
    await saved(mine);
    expect(await dataOf('two-hands')).toMatchObject({
      headline: { en: 'Two hands, by the other' },
      byline: 'Edda Marrow',
    });
    // Both write the same field before either knows of the other.
    await mine.context().setOffline(true);
    await write(mine, 'Headline', 'Two hands, by me');
    await write(mine, 'Credit', 'Kept as well');
    await mine.getByText('No connection: kept in this browser').waitFor();
    await theirs.reload();
    await form(theirs).waitFor();
    await write(theirs, 'Headline', 'Two hands, once more by the other');
    await saved(theirs);
    await mine.context().setOffline(false);
    const dialog = mine.getByRole('dialog', { name: 'You and somebody else changed the same field' });
    await dialog.waitFor();
    await dialog.getByText('once more').waitFor();
    await lookedAt(mine, 'editor-conflict');
    await dialog.getByLabel('Headline, English: as it shall be').fill('Two hands, by both');
    await dialog.getByRole('button', { name: 'Save with these choices' }).click();
    await saved(mine);
    expect(await dataOf('two-hands')).toMatchObject({
      headline: { en: 'Two hands, by both' },
      credit: 'Kept as well',
      byline: 'Edda Marrow',
    });
    await see(() => form(theirs).getByLabel('Headline (English)').inputValue()).toBe('Two hands, by both');
  });

  test('what could not be saved is still there after the page was closed', async () => {
    await create('news', 'kept', news('Kept'));
    const page = await open('kept');
    const refused = (route: { abort: () => Promise<void> }) => route.abort();
    await page.route('**/content/kept', refused);
    await write(page, 'Byline', 'Written without a network');
    await page.getByText('No connection: kept in this browser').waitFor();
    await page.goto('/studio/library');
    await page.unroute('**/content/kept', refused);
    await page.goto('/studio/pages/kept');
    await page.getByText(/it is back/).waitFor();
    await saved(page);
    expect(await dataOf('kept')).toMatchObject({ byline: 'Written without a network' });
  });

  test('a publisher publishes what an editor wrote, for whom that is not offered and not allowed', async () => {
    await create('news', 'goes-live', news('Goes live'));
    const editor = await open('goes-live');
    await editor.getByText('Publishing needs the role Publisher.').waitFor();
    expect(await editor.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
    const { status } = await scene.system.request('POST', '/content/goes-live/publications', {
      body: { kind: 'publish' },
    });
    expect(status).toBe(403);
    const publisher = await open('goes-live', 'publisher');
    await publisher.getByText('Changing it needs the role Editor.').waitFor();
    expect(await form(publisher).getByLabel('Headline (English)').getAttribute('readonly')).not.toBeNull();
    await publisher.getByRole('button', { name: 'Publish', exact: true }).click();
    await publisher.getByText('It is public now').waitFor();
    await see(async () => (await scene.system.page('/news/goes-live/')).status).toBe(200);
    await editor.locator('.docbar').getByText('Published').waitFor({ timeout: 15_000 });
    await publisher.getByRole('button', { name: 'More ways to publish' }).click();
    await publisher.getByRole('menuitem', { name: 'Unpublish' }).click();
    await publisher.getByRole('dialog').getByText('410 Gone').waitFor();
    await publisher.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click();
    await publisher.getByText('It is public no more').waitFor();
    await see(async () => (await scene.system.page('/news/goes-live/')).status).toBe(410);
  });

  test('a publication at a time to come is set with its place, and called off', async () => {
    await create('news', 'at-eight', news('At eight'));
    const page = await open('at-eight', 'publisher');
    await page.getByRole('button', { name: 'More ways to publish' }).click();
    await page.getByRole('menuitem', { name: 'Schedule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Date and time').fill('2099-12-04T20:00');
    await dialog.getByRole('combobox', { name: 'Time zone' }).fill('tokyo');
    await page.getByRole('option', { name: 'Tokyo' }).click();
    await dialog.getByText('20:00 in Tokyo').waitFor();
    await lookedAt(page, 'editor-schedule');
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    const panel = page.getByRole('region', { name: 'Publication' });
    await panel.getByText('20:00 in Tokyo').waitFor();
    await page.locator('.docbar').getByText('Scheduled').waitFor();
    await panel.getByRole('button', { name: 'Call off' }).click();
    await panel.getByText('Nothing is scheduled.').waitFor();
  });

  test('what the API refuses stands at its field', async () => {
    await create('person', 'mei', { name: { en: 'Mei' } });
    const page = await open('mei');
    await form(page).getByRole('button', { name: 'Add: Links' }).click();
    await form(page).getByLabel('Address', { exact: true }).fill('javascript:alert(1)');
    await form(page).getByText('expected an address that begins with https:// or /').waitFor();
    await page.getByText(/Not saved: links\.0\.url/).waitFor();
    await form(page).getByLabel('Address', { exact: true }).fill('https://mei.example/');
    await saved(page);
    expect(await dataOf('mei')).toMatchObject({ links: [{ url: 'https://mei.example/' }] });
  });

  test('lists are put in another order by keys, elements are removed and come back', async () => {
    const facts = ['one', 'two', 'three'].map((text) => ({ term: { en: text }, detail: { en: text } }));
    await create('title', 'listed', { name: { en: 'Listed' }, sheet: facts });
    const page = await open('listed');
    const sheet = form(page).getByRole('group', { name: /^Fact sheet/ });
    await sheet.getByRole('button', { name: 'Move one · one: drag it, or use the arrow keys' }).press('ArrowDown');
    await saved(page);
    const terms = async () => ((await dataOf('listed')).sheet as { term: { en: string } }[]).map(({ term }) => term.en);
    await see(terms).toEqual(['two', 'one', 'three']);
    await sheet.getByRole('button', { name: 'Remove two · two' }).click();
    await see(terms).toEqual(['one', 'three']);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await see(terms).toEqual(['two', 'one', 'three']);
  });

  test('versions are compared word by word, and an earlier one is restored and taken back', async () => {
    await create('news', 'versions', news('Versions', { byline: 'The last keeper' }));
    const page = await open('versions');
    await write(page, 'Byline', 'The last guard');
    await saved(page);
    await page.getByRole('button', { name: 'Compare', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'What has changed' });
    expect(await dialog.locator('del').textContent()).toBe('keeper');
    expect(await dialog.locator('ins').textContent()).toBe('guard');
    await lookedAt(page, 'editor-compare');
    await dialog.getByRole('button', { name: 'Restore version 1' }).click();
    const byline = form(page).getByLabel('Byline');
    await see(() => byline.inputValue()).toBe('The last keeper');
    await page.getByRole('region', { name: 'History' }).getByText('You restored an earlier version').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await see(() => byline.inputValue()).toBe('The last guard');
  });

  test('hostile text is text in the list, the form, the preview and the comparison', async () => {
    await create('news', 'hostile', news(HOSTILE, { body: { en: `${HOSTILE} [x](javascript:alert(1))` } }));
    const page = await open('hostile');
    expect(await form(page).getByLabel('Headline (English)').inputValue()).toBe(HOSTILE);
    await preview(page).getByText('<img src=x onerror=').first().waitFor();
    expect(await preview(page).locator('img[src="x"], a[href^="javascript:"], script').count()).toBe(0);
    await write(page, 'Headline', `${HOSTILE} more`);
    await saved(page);
    await page.getByRole('button', { name: 'Compare', exact: true }).first().click();
    await page.getByRole('dialog').locator('ins').getByText('more').waitFor();
    await page.goto('/studio/pages');
    await table(page).getByText('<img src=x onerror=').waitFor();
    expect(await page.locator('img[src="x"], a[href^="javascript:"]').count()).toBe(0);
    expect(await page.evaluate(() => 'struck' in globalThis)).toBe(false);
  });
};
