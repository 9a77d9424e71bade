import type { Bench } from './figure.ts';
export const bundles: Bench = { summary: '', run: async () => [] };
