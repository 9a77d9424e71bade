import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APIS, OWN } from './apis.ts';
import { type OpenedServices, openEveryService } from './open.ts';
import { renderParity } from './render.ts';
import { openRecorder, type Recorder } from './testing.ts';

let opened: OpenedServices;
let recorder: Recorder;
beforeAll(async () => {
  opened = await openEveryService();
  recorder = await openRecorder(opened);
});
afterAll(async () => {
  await recorder.close();
  await opened.close();
});

const operations = () =>
  opened.services.flatMap((service) =>
    OWN.has(service.name)
      ? []
      : Object.entries(service.operations).map(([name, operation]) => ({ service: service.name, name, operation })),
  );

/** Members that an address tells and no client sends. */
const OF_THE_ADDRESS = ['apiId', 'stage'];

test('the document is fresh: `npm run generate` would change nothing', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/parity.md'), 'utf8');
  expect(document).toBe(renderParity(opened.services, opened.resourceTypes));
});

test('every operation is one of AWS and says which members it honours, which are members of AWS', () => {
  for (const { service, name, operation } of operations()) {
    if (OWN.has(`${service}:${name}`)) continue;
    const api = APIS[service]?.operations.get(name);
    expect(api, `${service}:${name} is an operation of AWS`).toBeDefined();
    expect(operation.members, `members of ${service}:${name}`).toBeDefined();
    const declared = [...(operation.members ?? []), ...Object.keys(operation.withoutEffect ?? {})];
    const unknown = declared.filter((member) => !api?.members.has(member) && !OF_THE_ADDRESS.includes(member));
    expect(unknown, `members of ${service}:${name} that AWS does not have`).toEqual([]);
  }
});

test.each(Object.keys(APIS))(
  'no member of any operation of %s gets lost between the client and the service',
  async (name) => {
    const service = opened.services.find((each) => each.name === name);
    const api = APIS[name];
    // A service that the runtime lacks is refused as a whole.
    if (!service || !api) return;
    const lost: string[] = [];
    const client = api.client(recorder.clientOptions(name));
    for (const operation of api.operations.values()) {
      if (!service.operations[operation.name]) continue;
      for (const member of operation.members.keys()) {
        const fate = await recorder.send(client, operation, member);
        if (fate === 'lost') lost.push(`${operation.name}.${member}`);
      }
    }
    client.destroy();
    expect(lost).toEqual([]);
  },
);

test.each(Object.keys(APIS))('no operation of %s that is not there is taken for another', async (name) => {
  const service = opened.services.find((each) => each.name === name);
  const api = APIS[name];
  if (!service || !api) return;
  const client = api.client(recorder.clientOptions(name));
  const mistaken: string[] = [];
  for (const operation of api.operations.values()) {
    if (service.operations[operation.name]) continue;
    const other = await recorder.mistakenFor(client, operation);
    if (other !== undefined) mistaken.push(`${operation.name} for ${other}`);
  }
  client.destroy();
  expect(mistaken).toEqual([]);
});
