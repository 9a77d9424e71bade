import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Files that make markup by other means than `html`, each for a reason of its own. */
const MAY = ['html.ts', join('linked-data', 'node.ts'), join('parts', 'icon.ts')];

test('markup is trusted in three files and no other', () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const trusting = files.filter((name) => /\btrusted\(|new Html\(/.test(readFileSync(join(folder, name), 'utf8')));
  expect(trusting.toSorted()).toEqual(MAY.toSorted());
});

test('no template of a page has a script or a style of its own', () => {
  const folder = import.meta.dirname;
  for (const part of ['pages', 'sections', 'parts']) {
    for (const name of readdirSync(join(folder, part))) {
      expect(readFileSync(join(folder, part, name), 'utf8')).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    }
  }
});
