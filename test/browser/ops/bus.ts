import { randomUUID } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { FeedbackGiven, feedbackGivenExample } from '@marquee/events/schemas/feedback-given.ts';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { System } from '../../end-to-end/system.ts';
import { see } from '../site/visit.ts';
import { deadLettersTests } from './dead-letters.ts';
import { HOSTILE } from './machines.ts';
import { lookedAt, type Opened } from './scene.ts';

/** Says on the bus that an answer helped, which no rule but the event log's takes; answers the event's id. */
const sayHelpful = async ({ connection }: System, data: object = {}): Promise<string> => {
  const client = new EventBridgeClient(connection.client);
  const eventId = randomUUID();
  const { data: example, metadata } = feedbackGivenExample;
  const { reason: _, ...rest } = example;
  const Detail = JSON.stringify({ metadata: { ...metadata, eventId }, data: { ...rest, verdict: 'yes', ...data } });
  const [Source] = FeedbackGiven.pattern.source;
  const [DetailType] = FeedbackGiven.pattern.detailType;
  const Entries = [{ EventBusName: connection.outputs.EventBusName, Source, DetailType, Detail }];
  await client.send(new PutEventsCommand({ Entries })).finally(() => client.destroy());
  return eventId;
};

const rows = (page: Page) => page.locator('tr[data-event]');
const detail = (page: Page) => () => page.locator('aside.event').textContent();

const eventsTests = ({ scene, visit }: Opened): void => {
  /** The screen, narrowed to events of the upload of one type. */
  const ofUpload = (type: string): string => `/events?${new URLSearchParams({ type, q: scene.upload.assetId })}`;

  test('a new event appears by itself, and none while the list is paused', async () => {
    const { page } = await visit('/events?type=FeedbackGiven');
    await see(() => page.getByText(/^No .*FeedbackGiven.* in the last hour/).isVisible()).toBe(true);
    await sayHelpful(scene.system);
    await see(() => rows(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Pause' }).click();
    const eventId = await sayHelpful(scene.system);
    const { page: other } = await visit(`/events?q=${eventId}`);
    await see(() => rows(other).count()).toBe(1);
    expect(await rows(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Resume' }).click();
    await see(() => rows(page).count()).toBe(2);
  });

  test('a filter stands in the address and finds an event by any id that it names', async () => {
    const { page } = await visit('/events');
    await page.getByLabel('Find events by an id or words').fill(scene.upload.assetId);
    await page.keyboard.press('Enter');
    await page.getByLabel('Type of event').selectOption('AssetUploaded');
    await see(() => rows(page).count()).toBe(1);
    expect(page.url()).toContain(ofUpload('AssetUploaded').split('&')[1]);
    await page.reload();
    await see(() => rows(page).allTextContents()).toEqual([expect.stringMatching(/AssetUploaded.*lighthouse\.jpg/)]);
  });

  test('an event shows the rule that it matched, the execution that it started, and that it fits its contract', async () => {
    const { page } = await visit(ofUpload('AssetUploaded'));
    await page.getByRole('link', { name: 'AssetUploaded' }).click();
    await see(detail(page)).toMatch(/asset-uploaded.*workflow process-asset.*execution .*Succeeded/s);
    await see(detail(page)).toMatch(/Events that it led to.*AssetProcessed.*It fits its contract/s);
    await lookedAt(page, 'event');
    await page.getByRole('link', { name: 'AssetProcessed' }).click();
    await see(detail(page)).toMatch(/asset-changed.*function refresh-asset.*invocation .*Done/s);
  });

  test('what does not fit its contract is marked, and hostile text stays text', async () => {
    const eventId = await sayHelpful(scene.system, { turn: HOSTILE, reason: 'unheard-of' });
    const { page } = await visit(`/events?q=${eventId}`);
    await rows(page).getByRole('link', { name: 'FeedbackGiven' }).click();
    await see(() => page.locator('aside.event .contract tr.bad').allTextContents()).toEqual([
      expect.stringMatching(/^data\.turn.*<img src=x/s),
      expect.stringMatching(/^data\.reason.*unheard-of/s),
    ]);
    await see(detail(page)).toMatch(/No rule but the event log’s takes this event/);
    expect(await page.title()).not.toMatch(/taken|^1/);
  });

  test('a replay says what it brings and to whom, and is followed to its end', async () => {
    const { page } = await visit(ofUpload('AssetUploaded'));
    await rows(page).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Replay 1 event …' }).click();
    const dialog = page.getByRole('dialog');
    await see(() => dialog.getByRole('row', { name: /^AssetUploaded/ }).textContent()).toMatch(/11.*asset-uploaded/);
    await lookedAt(page, 'replay');
    await dialog.getByLabel(/^Why/).fill('To see it again');
    await dialog.getByRole('button', { name: 'Replay 1 event' }).click();
    await see(() => dialog.textContent()).toMatch(/Completed/);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await see(() => page.locator('.replays').textContent()).toMatch(/Completed.*Replay-test-/);
    await see(() => rows(page).count()).toBe(2);
    await see(() => rows(page).getByRole('img', { name: 'Replayed' }).count()).toBe(1);
  });

  test('a reader sees no way to replay', async () => {
    const { page } = await visit(ofUpload('AssetUploaded'), { role: 'reader' });
    await see(() => rows(page).count()).toBeGreaterThan(0);
    expect(await rows(page).getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Replay/ }).count()).toBe(0);
  });
};

/** What went over the bus, and what reached nobody. */
export const busTests = (opened: Opened): void => {
  describe('events', () => eventsTests(opened));
  describe('dead letters', () => deadLettersTests(opened));
};
