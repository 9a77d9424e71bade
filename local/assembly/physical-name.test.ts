import fc from 'fast-check';
import { expect, test } from 'vitest';
import { physicalName } from './physical-name.ts';

test('a name is the same each time, readable, and one that a bucket may have', () => {
  const name = physicalName({ stackName: 'Marquee-dev-Media', logicalId: 'Uploads1F2E3D4C' }, 63);
  expect(name).toMatch(/^marquee-dev-media-uploads-[0-9a-f]{8}$/);
  expect(physicalName({ stackName: 'Marquee-dev-Media', logicalId: 'Uploads1F2E3D4C' }, 63)).toBe(name);
});

test('however long the names, what comes out fits, and different resources have different names', () => {
  const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,80}$/);
  fc.assert(
    fc.property(id, id, id, fc.integer({ min: 24, max: 64 }), (stackName, logicalId, other, longest) => {
      const name = physicalName({ stackName, logicalId }, longest);
      expect(name.length).toBeLessThanOrEqual(longest);
      expect(name).toMatch(/^[a-z0-9][a-z0-9-]*[a-z0-9]$/);
      if (other !== logicalId) expect(physicalName({ stackName, logicalId: other }, longest)).not.toBe(name);
    }),
  );
});
