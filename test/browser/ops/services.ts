import {
  CreateStateMachineCommand,
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { lookedAt, type Opened } from './scene.ts';

/** The map of the system, its parts, and what all of it costs. */
export const servicesTests = ({ scene, visit }: Opened): void => {
  test('the map shows what the templates say and the traffic that there was, and opens a domain', async () => {
    const { page } = await visit('/services');
    await see(() => page.locator('main').textContent()).toMatch(/\d+ functions, 10 workflows, \d+ rules/);
    await see(() => page.getByText('process-asset').first().isVisible()).toBe(true);
    await page
      .getByRole('button', { name: /Media functions/ })
      .first()
      .click();
    await see(() => page.getByText('recognise-upload').or(page.getByText('make-renditions')).first().isVisible()).toBe(
      true,
    );
    await lookedAt(page, 'services');
  });

  test('the same stands in a list, which leads to a function’s figures, log, settings and role', async () => {
    const { page } = await visit('/services?view=list');
    await see(() => page.locator('table').textContent()).toMatch(/make-renditions/);
    await page.getByRole('link', { name: 'make-renditions', exact: true }).first().click();
    await see(() => page.locator('h1').textContent()).toMatch(/make-renditions/);
    expect(new URL(page.url()).pathname).toMatch(/\/services\/make-renditions$/);
    await page.getByRole('tab', { name: /^Log/ }).click();
    await see(() => page.locator('main').textContent()).toMatch(/REPORT|done/);
    await page.getByRole('tab', { name: /^Role/ }).click();
    await see(() => page.locator('main').textContent()).toMatch(/media/);
    await lookedAt(page, 'function');
  });

  test('what was used is priced by workflow, at any region’s list prices, and for a month', async () => {
    const { page } = await visit('/cost');
    await see(() => page.locator('main').textContent()).toMatch(/A month at this rate.*process-asset.*\$/s);
    await see(() => page.locator('main').textContent()).toMatch(/\d+ read for their cost/);
    await lookedAt(page, 'cost');
    await page.getByLabel('At the prices of').selectOption('ap-northeast-1');
    await see(() => new URL(page.url()).search).toContain('ap-northeast-1');
    await see(() => page.locator('main').textContent()).toMatch(/\d+ read for their cost/);
  });

  test('the machine of a rerun is deleted by an operator and seen by a reader', async () => {
    const states = new SFNClient(scene.system.connection.client);
    const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
    const stateMachineArn = stateMachines.find(({ name }) => name?.includes('removeasset'))?.stateMachineArn;
    const { roleArn } = await states.send(new DescribeStateMachineCommand({ stateMachineArn }));
    const definition = '{"StartAt":"Pass","States":{"Pass":{"Type":"Pass","End":true}}}';
    await states.send(new CreateStateMachineCommand({ name: 'Rerun-test-remove-asset-00000042', definition, roleArn }));
    states.destroy();
    const { page: read } = await visit('/services/remove-asset', { role: 'reader' });
    await see(() => read.locator('main').textContent()).toMatch(/Rerun-test-remove-asset-00000042/);
    expect(await read.getByRole('button', { name: /Delete this rerun/ }).count()).toBe(0);
    const { page } = await visit('/services/remove-asset');
    await page.getByRole('button', { name: /Delete this rerun/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the machine' }).click();
    await see(() => page.locator('main').textContent()).not.toMatch(/Rerun-test-remove-asset-00000042/);
  });
};
