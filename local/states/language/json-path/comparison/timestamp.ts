import { parseTimestamp } from '../../timestamp.ts';
import { orderedFamily } from './family.ts';

export const timestampFamily = orderedFamily('Timestamp', (value) =>
  typeof value === 'string' ? parseTimestamp(value) : undefined,
);
