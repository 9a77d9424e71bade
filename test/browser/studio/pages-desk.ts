import type { Page } from 'playwright-core';
import type { Opened, Role } from './scene.ts';

/** A text that is markup, an address, an end of a section, and turns the direction of reading round. */
export const HOSTILE = '<img src=x onerror="globalThis.struck=1">]]></script>\u202Egnp.exe';

/** What tests of the page editor do again and again. */
export const createDesk = ({ scene, visit }: Opened) => {
  const form = (page: Page) => page.locator('.form');
  return {
    form,
    preview: (page: Page) => page.frameLocator('iframe[title="The page as it will be"]'),
    table: (page: Page) => page.getByRole('grid', { name: 'Pages' }),
    /** Opens a page's editor, in a browser of its own, so that nobody shares what a browser keeps. */
    async open(itemId: string, role: Role = 'editor'): Promise<Page> {
      const page = await visit(`/pages/${itemId}`, role, { apart: true });
      await form(page).waitFor();
      return page;
    },
    write: (page: Page, label: string, text: string) =>
      form(page)
        .getByLabel(new RegExp(`^${label}( \\(English\\))?$`))
        .fill(text),
    /** Waits until all that was written is saved. */
    saved: async (page: Page): Promise<void> => {
      await page
        .locator('.docbar')
        .getByText(/^\s*Saved/)
        .waitFor();
    },
    async dataOf(itemId: string): Promise<Record<string, unknown>> {
      const { body } = await scene.system.request('GET', `/content/${itemId}`);
      return body.data as Record<string, unknown>;
    },
  };
};
