import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where tests run whole systems or a browser, the longest first; all others follow. The first two walk a whole console each. */
const SLOW = [
  'test/browser/studio',
  'test/browser/ops',
  'test/end-to-end',
  'test/chaos',
  'test/conformance',
  'test/browser',
  'services/media',
  'local/lambda',
];

/** Begins what takes longest first, so that no worker is left with it when the others are done; a fresh clone knows no times. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((folder) => relative(this.ctx.config.root, moduleId).startsWith(folder));
      return at < 0 ? SLOW.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
