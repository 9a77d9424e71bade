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

/** A record of an asset that is ready, as DynamoDB gives it. */
export const liveAsset = (contentType = 'image/jpeg') => ({
  state: { S: 'ready' },
  claim: { S: 'an-earlier-execution' },
  updatedAt: { S: '2026-03-01T08:00:00.000Z' },
  key: { S: 'uploads/a/b' },
  etag: { S: 'e' },
  sequencer: { S: '01' },
  bytes: { N: '1000' },
  fileName: { S: 'b' },
  declaredType: { S: contentType },
  contentType: { S: contentType },
  contentId: { S: 'c0ffee' },
  manifestKey: { S: 'media/c0ffee/manifest-1.json' },
  width: { N: '640' },
  height: { N: '360' },
  focalPoint: { M: { x: { N: '50' }, y: { N: '50' } } },
  focus: { M: { x: { N: '50' }, y: { N: '50' } } },
});
