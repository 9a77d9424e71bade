import { orderedFamily } from './family.ts';

export const numericFamily = orderedFamily('Numeric', (value) => (typeof value === 'number' ? value : undefined));
