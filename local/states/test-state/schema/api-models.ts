import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A shape of an API: what is not said to be anything else is a string. `shape` names one of the model's. */
export type Shape = {
  type?: string;
  shape?: string;
  member?: Shape;
  value?: Shape;
  members?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  /** Any JSON. */
  document?: boolean;
};

export type Model = {
  operations: Readonly<Record<string, { output?: Shape }>>;
  shapes: Readonly<Record<string, Shape>>;
};

/** How far into a model's file its metadata reach, in bytes. */
const HEAD = 2000;

const models = new Map<string, Model>();
let files: ReadonlyMap<string, string> | undefined;

/**
 * The model of an AWS API, by the name that Step Functions has for the service (`cloudwatchlogs`). The models are those of
 * version 2 of the AWS SDK, which come as data; they are read when they are first asked for.
 */
export const modelOf = (service: string): Model | undefined => {
  const known = models.get(service);
  if (known) return known;
  files ??= findFiles();
  const file = files.get(service);
  if (file === undefined) return undefined;
  const model = JSON.parse(readFileSync(file, 'utf8')) as Model;
  models.set(service, model);
  return model;
};

/** The file of each service; of several versions of an API the latest, which sorts last. */
const findFiles = (): ReadonlyMap<string, string> => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('aws-sdk/package.json')), 'apis');
  const found = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.min.json')) continue;
    const file = join(folder, name);
    const [, id] = /"serviceId":\s*"([^"]+)"/.exec(headOf(file)) ?? [];
    if (id !== undefined) found.set(id.replaceAll(' ', '').toLowerCase(), file);
  }
  return found;
};

const headOf = (file: string): string => {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(HEAD);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, HEAD, 0));
  } finally {
    closeSync(descriptor);
  }
};
