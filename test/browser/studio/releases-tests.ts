import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { news } from '../../end-to-end/newsroom.ts';
import { see } from '../site/visit.ts';
import { lookedAt, type Opened } from './scene.ts';

const gate = (page: Page) => page.getByRole('region', { name: 'Ready to release?' });
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
const standing = (page: Page) => page.getByRole('region', { name: 'How far it is' });
const addPage = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Find a page to add' }).fill(name);
  await page.getByRole('option', { name }).click();
  await page.getByRole('region', { name: 'Pages' }).getByRole('link', { name }).waitFor();
};

const FAQ = { question: { en: 'Who blows the foghorn?' }, answer: { en: 'Edda Marrow blows it at midnight.' } };
const HEADLINE = 'Foghorn night';

/** Releases: planned, judged, rehearsed, scheduled, released and put back, each by whoever may. */
export const releasesTests = ({ scene, visit }: Opened): void => {
  const statusOf = async (path: string): Promise<number> => (await scene.system.page(path)).status;
  const create = async (name: string, more: object = {}): Promise<string> => {
    const { releaseId } = await scene.system.must('POST', '/releases', { name, ...more });
    return String(releaseId);
  };
  const inWeeks = (weeks: number) => ({
    at: `${new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10)}T20:00`,
    zone: 'Europe/London',
  });
  const open = async (releaseId: string, role: 'editor' | 'publisher' | 'operator'): Promise<Page> => {
    const page = await visit(`/releases/${releaseId}`, role);
    await standing(page).waitFor();
    return page;
  };

  test('an editor plans a release from nothing; what it lacks blocks it until it is written, and releasing is for others', async () => {
    const { create: write, save } = scene.system;
    const { body: _, ...bodiless } = news(HEADLINE);
    await write('faq', 'foghorn-faq', FAQ);
    await write('news', 'foghorn-night', bodiless);
    const page = await visit('/releases', 'editor');
    await page.getByRole('heading', { name: 'Nothing is planned' }).waitFor();
    await lookedAt(page, 'releases-empty');
    await button(page, 'New release').click();
    await page.getByLabel('Name', { exact: true }).fill('The night of the foghorn');
    await addPage(page, 'Who blows the foghorn?');
    await addPage(page, HEADLINE);
    await button(page, 'Add a moment').click();
    await dialog(page).getByRole('combobox', { name: 'Find a country' }).fill('Irel');
    await page.getByRole('option', { name: 'Ireland' }).click();
    await dialog(page).getByRole('button', { name: 'Remove Ireland' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Everywhere' }).click();
    await lookedAt(page, 'release-moment');
    await button(page, 'Keep').click();
    await saved(page);
    await gate(page).getByText('has no body').waitFor();
    expect(await gate(page).getByRole('listitem').first().textContent()).toMatch(
      /Blocks.*Foghorn night.*Go to the page/,
    );
    await standing(page).getByText('Scheduling and releasing need the role Publisher.').waitFor();
    expect(await page.getByRole('button', { name: /Release now|Schedule|Delete/ }).count()).toBe(0);
    await lookedAt(page, 'release-blocked');
    await save('foghorn-night', 1, news(HEADLINE));
    await see(() => gate(page).getByText('has no body').count()).toBe(0);
    await page.getByRole('link', { name: 'Releases' }).first().click();
    await row(page, 'The night of the foghorn').getByText('Ready', { exact: true }).waitFor();
    await lookedAt(page, 'releases');
  });

  test('what will be public is seen and asked before it is; then it is released as one, and put back as one', async () => {
    const page = await visit('/releases', 'publisher');
    await row(page, 'The night of the foghorn').getByRole('link').click();
    await page.getByRole('link', { name: 'Rehearse' }).click();
    await button(page, 'Rehearse it').click();
    const clock = page.getByRole('group', { name: 'Moments' });
    await clock.getByRole('radio').first().waitFor();
    const then = page.getByRole('region', { name: 'Pages then' });
    await then.getByRole('button', { name: /Foghorn night.*New/s }).click();
    const shown = page.frameLocator('.frame iframe');
    await shown.getByRole('heading', { name: HEADLINE }).waitFor();
    expect(await statusOf('/news/foghorn-night/'), 'nobody else sees it').toBe(404);
    const ask = page.getByRole('region', { name: 'Ask the chatbot then' });
    const asked = async (question: string): Promise<string> => {
      const before = await ask.locator('.chatbot').count();
      await ask.getByLabel('Question').fill(question);
      await ask.getByRole('button', { name: 'Ask' }).click();
      await see(() => ask.locator('.chatbot').count()).toBe(before + 1);
      return (await ask.locator('.chatbot').last().textContent()) ?? '';
    };
    expect(await asked('Who blows the foghorn?')).toContain('Edda Marrow');
    await page.getByText('Before and after').click();
    await page.getByText('There is no such page at this moment.').waitFor();
    await lookedAt(page, 'rehearsal');
    await clock.getByRole('radio').first().check();
    expect(await asked('Who blows the foghorn?')).not.toContain('Edda Marrow');
    await page.getByText('There is no such page at this moment.').waitFor();

    await page.getByRole('link', { name: 'The night of the foghorn' }).click();
    await button(page, 'Release now').click();
    await dialog(page).getByText('2 pages become public at once in Everywhere.').waitFor();
    await lookedAt(page, 'release-now');
    await dialog(page).getByRole('button', { name: 'Release now' }).click();
    await standing(page).getByText('Released', { exact: true }).waitFor({ timeout: 30_000 });
    expect(await statusOf('/news/foghorn-night/')).toBe(200);
    await lookedAt(page, 'release-released');
    await button(page, 'Roll back').click();
    await dialog(page).getByText('Foghorn night goes back to what was public before it opened').waitFor();
    await dialog(page).getByRole('button', { name: 'Roll back' }).click();
    await standing(page).getByText('Rolled back', { exact: true }).waitFor({ timeout: 30_000 });
    expect(await statusOf('/news/foghorn-night/'), 'it is gone').toBe(410);
  });

  test('a roll-back names what others have published since, and leaves that alone', async () => {
    const { create: write, save, publish } = scene.system;
    await write('news', 'first-bell', news('First bell'));
    await write('news', 'second-bell', news('Second bell'));
    const items = [{ itemId: 'first-bell' }, { itemId: 'second-bell' }];
    const releaseId = await create('Two bells', { items, windows: [{ territories: ['*'], ...inWeeks(2) }] });
    const page = await open(releaseId, 'publisher');
    await button(page, 'Release now').click();
    await dialog(page).getByRole('button', { name: 'Release now' }).click();
    await standing(page).getByText('Released', { exact: true }).waitFor({ timeout: 30_000 });
    await save('first-bell', 1, news('First bell, rung again'));
    await publish('first-bell');
    await button(page, 'Roll back').click();
    await dialog(page).getByRole('button', { name: 'Roll back' }).click();
    await dialog(page).getByRole('alert').getByText('First bell').waitFor();
    await dialog(page).getByRole('button', { name: 'Roll back the others' }).click();
    await standing(page).getByText('Rolled back', { exact: true }).waitFor({ timeout: 30_000 });
    expect([await statusOf('/news/first-bell/'), await statusOf('/news/second-bell/')]).toEqual([200, 410]);
    await button(page, 'Two bells').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'Releases', level: 1 }).waitFor();
    await see(() => row(page, 'Two bells').count()).toBe(0);
  });

  test('what is scheduled says when it will happen, is held back in the timeline, and is called off', async () => {
    await scene.system.create('news', 'third-bell', news('Third bell'));
    const windows = [
      { territories: ['GB', 'IE'], ...inWeeks(2) },
      { territories: ['*'], ...inWeeks(9) },
    ];
    const releaseId = await create('Bells at sea', { items: [{ itemId: 'third-bell' }], windows });
    const { asset } = await scene.system.picture();
    const page = await open(releaseId, 'publisher');
    await button(page, 'Add files').click();
    await dialog(page).getByRole('checkbox').first().check();
    await dialog(page).getByRole('button', { name: 'Add 1 file' }).click();
    await saved(page);
    const { body } = await scene.system.call('GET', `/releases/${releaseId}`);
    expect(body.assets, 'the newest file stands first').toEqual([asset]);
    await button(page, 'Schedule').click();
    await dialog(page)
      .getByText(/^UK and Ireland: .*20:00 in London/)
      .waitFor();
    await dialog(page)
      .getByText(/^Everywhere else: .*20:00 in London/)
      .waitFor();
    await dialog(page).getByRole('button', { name: 'Schedule' }).click();
    await standing(page).getByText('Scheduled', { exact: true }).waitFor();
    await lookedAt(page, 'release-scheduled');

    const editor = await open(releaseId, 'editor');
    await standing(editor).getByText('It is scheduled; from then on the role Publisher changes it.').waitFor();
    expect(await editor.getByRole('button', { name: /Change|Call off|Add a moment/ }).count()).toBe(0);
    const operator = await open(releaseId, 'operator');
    await operator.getByText('Readiness is for editors and publishers.').waitFor();
    await operator.getByRole('button', { name: 'Copy the id of the run' }).waitFor();

    await page.keyboard.press('g');
    await page.keyboard.press('r');
    const timeline = page.getByRole('region', { name: /^Timeline/ });
    const point = timeline.getByRole('link', { name: /UK and Ireland.*Bells at sea/ });
    await point.waitFor();
    const late = timeline.getByRole('button', { name: /Everywhere else, opens/ });
    expect(await timeline.locator('.tl-embargoed').count()).toBeGreaterThan(1);
    await late.click();
    await see(() => point.count()).toBe(0);
    await page.keyboard.press('0');
    await point.waitFor();
    for (let week = 0; week < 3; week++) await page.keyboard.press(']');
    await see(() => point.count()).toBe(0);
    await row(page, 'Bells at sea').getByRole('link').click();
    await button(page, 'Call off').click();
    await dialog(page).getByRole('button', { name: 'Call off' }).click();
    await standing(page).getByText('Draft', { exact: true }).waitFor();
  });

  test('two at one release: who comes second sees both, and decides', async () => {
    const releaseId = await create('Whose is it');
    const page = await open(releaseId, 'editor');
    await scene.system.must(
      'PUT',
      `/releases/${releaseId}`,
      { name: 'Theirs', items: [], assets: [], windows: [] },
      { 'if-match': '"1"' },
    );
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    const choice = page.getByRole('alert');
    await choice.getByText('Somebody else changed this meanwhile').waitFor();
    expect(await choice.textContent()).toMatch(/admin kept another version.*MineMine.*TheirsTheirs/);
    await lookedAt(page, 'release-conflict');
    await choice.getByRole('button', { name: 'Keep mine' }).click();
    await saved(page);
    const { body } = await scene.system.call('GET', `/releases/${releaseId}`);
    expect(body).toMatchObject({ name: 'Mine', version: 3 });
  });

  test('a page is added to a release from where it is written, which then says so', async () => {
    await scene.system.create('news', 'added-from-here', news('Added from here'));
    const releaseId = await create('It will have it');
    const page = await visit('/pages/added-from-here', 'editor');
    await button(page, 'Add to release').click();
    await dialog(page).getByLabel('It will have it').check();
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await dialog(page).getByText('Added to It will have it').waitFor();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('complementary').getByRole('link', { name: 'It will have it' }).waitFor();
    const { body } = await scene.system.call('GET', `/releases/${releaseId}`);
    expect(body.items).toEqual([{ itemId: 'added-from-here' }]);
  });

  test('a name that is markup stays text, wherever it is shown', async () => {
    const name = '<img src=x onerror="globalThis.struck=1"> \u202Egnp.exe';
    const releaseId = await create(name, { items: [{ itemId: 'navigation' }] });
    const page = await open(releaseId, 'publisher');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(name);
    await button(page, name).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog(page).getByText('<img src=x').waitFor();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await page.goto('/studio/releases');
    await page.getByRole('table').getByText('<img src=x').waitFor();
    expect(await page.evaluate(() => [document.images.length, 'struck' in globalThis])).toEqual([0, false]);
  });

  test('in Spanish the list, its moments and its territories are Spanish', async () => {
    await create('Noche', { windows: [{ territories: ['DE'], at: '2030-01-04T20:00', zone: 'Europe/Madrid' }] });
    const page = await visit('/releases', 'editor', { apart: true });
    await page.evaluate(() => localStorage.setItem('marquee-language', 'es'));
    await page.reload();
    await page.getByRole('heading', { name: 'Lanzamientos', level: 1 }).waitFor();
    expect(await row(page, 'Noche').textContent()).toMatch(/Borrador.*vie 4 ene 2030, 20:00 en Madrid.*Alemania/);
  });
};
