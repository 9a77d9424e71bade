import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsonata from 'jsonata';

// biome-ignore lint/suspicious/noExplicitAny: a definition is walked by paths that the test itself names.
export type Json = any;

/** Reads a workflow. */
export const definition = async (name: string): Promise<Json> =>
  JSON.parse(await readFile(join(import.meta.dirname, `${name}.asl.json`), 'utf8'));

const hash = (content: string, algorithm: string): string =>
  createHash(algorithm.replace('-', '')).update(content).digest('hex');

/** Fills in every expression of a template, as Step Functions does. */
export const evaluated = async (template: Json, bindings: object): Promise<Json> => {
  if (Array.isArray(template)) return Promise.all(template.map((value) => evaluated(value, bindings)));
  if (typeof template === 'object' && template !== null) {
    const members = Object.entries(template).map(async ([name, value]) => [name, await evaluated(value, bindings)]);
    return Object.fromEntries(await Promise.all(members));
  }
  if (typeof template !== 'string' || !template.startsWith('{%')) return template;
  const expression = jsonata(template.slice(2, -2));
  const value = await expression.evaluate({}, { hash, ...bindings });
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
};

/** What an execution knows that an event has started. */
export const started = (detailType: string, detail: object) => ({
  input: { 'detail-type': detailType, detail },
  context: { Execution: { Name: 'an-execution' }, State: { EnteredTime: '2026-03-01T09:00:00.000Z' } },
});
