import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, openBench } from './testing/bench.ts';

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 10 });

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.close());

const run = (code: string, event: unknown = {}, settings: object = {}) =>
  bench.host.invoke(bench.put(code, settings), JSON.stringify(event));
const messages = (): string[] => bench.logs.map(({ message }) => message);
const report = (): string => messages().find((message) => message.startsWith('REPORT')) ?? '';

describe('a process is ended', () => {
  test('while it spins and answers nobody', async () => {
    const found = bench.put(
      `import { writeFileSync } from 'node:fs';
      export const handler = async ({ file }) => { writeFileSync(file, ''); for (;;); };`,
      { timeoutSeconds: 3 },
    );
    const file = `${bench.folder}/spinning`;
    const running = bench.host.invoke(found, JSON.stringify({ file }));
    await eventually(() => existsSync(file)).toBe(true);
    await bench.clock.advance(3000);
    const { requestId } = await running;
    expect(report()).toMatch(/\tStatus: timeout$/);
    expect(messages()).toContainEqual(
      expect.stringMatching(new RegExp(`Z ${requestId} Task timed out after 3.00 seconds$`)),
    );
  });

  test('for memory that no JavaScript heap counts, and the report says so', async () => {
    const code = `import { deflateSync } from 'node:zlib';
      const kept = [];
      export const handler = () => new Promise(() => setInterval(() => kept.push(new SharedArrayBuffer(16 * 2 ** 20)) && new Uint8Array(kept.at(-1)).fill(1), 5));`;
    const result = await run(code, {}, { memoryMiB: 192 });
    expect(result.ok ? undefined : result.error).toMatchObject({
      errorType: 'Runtime.OutOfMemory',
      errorMessage: `RequestId: ${result.requestId} Error: Runtime exited with error: signal: killed`,
    });
    expect(report()).toMatch(/\tMax Memory Used: 192 MB\t.*Status: error\tError Type: Runtime.OutOfMemory$/);
  });

  test('with SIGTERM first, so that it can tidy up', async () => {
    const file = `${bench.folder}/tidied`;
    await run(`import { writeFileSync } from 'node:fs';
      process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(file)}, 'yes'); process.exit(0); });
      export const handler = async () => 1;`);
    await bench.host.close();
    expect(readFileSync(file, 'utf8')).toBe('yes');
  });

  test('soon after, where it does not heed SIGTERM', async () => {
    const result = await run(`process.on('SIGTERM', () => {}); export const handler = async () => process.pid;`);
    await bench.host.close();
    const pid = Number(result.ok ? result.payload : 0);
    expect(() => process.kill(pid, 0)).toThrow();
  });
});

describe('an initialisation that fails', () => {
  test('is tried again before the first request, which then goes through', async () => {
    const file = `${bench.folder}/once`;
    const code = `import { existsSync, writeFileSync } from 'node:fs';
      if (!existsSync(${JSON.stringify(file)})) { writeFileSync(${JSON.stringify(file)}, ''); throw new RangeError('at first'); }
      export const handler = async () => 'second';`;
    const result = await run(code);
    expect(result).toMatchObject({ ok: true, payload: '"second"' });
    expect(messages()).toContainEqual(
      expect.stringMatching(
        /^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: RangeError$/,
      ),
    );
  });

  test('twice fails the request, and says so for both', async () => {
    const result = await run('process.exit(3)');
    expect(result.ok ? undefined : result.error).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${result.requestId} Error: Runtime exited with error: exit status 3`,
    });
    expect(messages().flatMap((message) => /Phase: (\w+)/.exec(message)?.[1] ?? [])).toEqual(['init', 'invoke']);
  });
});

test('the time that a cold start takes is billed, and told once', async () => {
  const found = bench.put('export const handler = async () => 1');
  await bench.host.invoke(found, '{}');
  const [, duration, billed, init] =
    /Duration: ([\d.]+) ms\tBilled Duration: (\d+) ms.*Init Duration: ([\d.]+) ms/.exec(report()) ?? [];
  expect(Number(billed)).toBe(Math.ceil(Number(duration) + Number(init)));
  bench.logs.length = 0;
  await bench.host.invoke(found, '{}');
  expect(report()).not.toContain('Init Duration');
});

test('a caller tells the function something in the context', async () => {
  const found = bench.put('export const handler = async (_, { clientContext }) => clientContext');
  const result = await bench.host.invoke(found, '{}', { clientContext: { custom: { who: 'me' } } });
  expect(result).toMatchObject({ payload: '{"custom":{"who":"me"}}' });
});

test('an answer that is written piece by piece is answered whole', async () => {
  const result = await run(
    `export const handler = awslambda.streamifyResponse(async (event, stream, context) => {
    stream.setContentType('text/plain'); stream.write('one '); stream.write(event.n); stream.end(); });`,
    { n: 'two' },
  );
  expect(result).toMatchObject({ ok: true, payload: 'one two' });
});

test('instances have temporary files of their own, which go with them', async () => {
  const code = `import { tmpdir } from 'node:os'; import { writeFileSync } from 'node:fs';
    export const handler = async () => { writeFileSync(tmpdir() + '/kept', ''); return tmpdir(); };`;
  const folders = await Promise.all([run(code), run(code)]);
  const [one, other] = folders.map((result) => JSON.parse(result.ok ? result.payload : '""') as string);
  expect(one).not.toBe(other);
  expect(existsSync(`${one}/kept`)).toBe(true);
  await bench.host.close();
  await eventually(() => existsSync(String(one))).toBe(false);
});

describe('logs in JSON', () => {
  const code = `export const handler = async () => { console.debug('low'); console.warn('high'); throw new TypeError('no'); };`;

  test('leave out what is below their level, for lines of the function and of Lambda', async () => {
    await run(code, {}, { jsonLogs: true, logLevel: 'WARN', systemLogLevel: 'WARN' });
    const lines = messages().map((message) => JSON.parse(message));
    expect(lines.map(({ type, level, message }) => type ?? [level, message.errorMessage ?? message])).toEqual([
      ['WARN', 'high'],
      ['ERROR', 'no'],
      'platform.report',
    ]);
  });

  test('begin with the start of the instance and end with a report of the status', async () => {
    await run('export const handler = async () => process.exit(1)', {}, { jsonLogs: true });
    const records = messages().map((message) => JSON.parse(message));
    expect(records.map(({ type }) => type)).toEqual(['platform.initStart', 'platform.start', 'platform.report']);
    expect(records[0].record).toMatchObject({
      initializationType: 'on-demand',
      phase: 'init',
      functionVersion: '$LATEST',
    });
    expect(records[2].record).toMatchObject({ status: 'error', errorType: 'Runtime.ExitError' });
  });
});

test('a stack trace names the line of the source where maps are turned on', async () => {
  const map = { version: 3, sources: ['step.ts'], names: [], mappings: 'AAAA;AAEA', sourcesContent: ['a\nb\nc'] };
  const inline = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  const code = `export const handler = async () => {\nthrow new Error('mapped'); };\n${inline}`;
  const result = await run(code, {}, { environment: { NODE_OPTIONS: '--enable-source-maps' } });
  expect(result.ok ? [] : result.error.trace).toContainEqual(expect.stringMatching(/step\.ts:3/));
});

test('a version has instances and log streams of its own', async () => {
  const { configuration } = bench.put(
    'export const handler = async (_, context) => [process.pid, context.functionVersion, context.logStreamName]',
  );
  bench.functions.putVersion(configuration.name, '1');
  const answer = async (name: string) => {
    const result = await bench.host.invoke(bench.functions.find(name), '{}');
    return JSON.parse(result.ok ? result.payload : '[]') as [number, string, string];
  };
  const [pid, version, stream] = await answer(`${configuration.name}:1`);
  expect([version, stream]).toEqual(['1', expect.stringContaining('/[1]')]);
  expect((await answer(configuration.name))[0]).not.toBe(pid);
});

test('the account runs no more than a thousand requests at once', async () => {
  const gate = `${bench.folder}/gate`;
  const found = bench.put(`import { existsSync } from 'node:fs';
    export const handler = async ({ gate }) => { while (!existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 5)); };`);
  const event = JSON.stringify({ gate });
  const running = Array.from({ length: 1000 }, () => bench.host.invoke(found, event));
  await expect(bench.host.invoke(found, event)).rejects.toMatchObject({
    code: 'TooManyRequestsException',
    message: 'Rate Exceeded.',
    members: { Reason: 'ConcurrentInvocationLimitExceeded' },
  });
  writeFileSync(gate, '');
  expect((await Promise.all(running)).every(({ ok }) => ok)).toBe(true);
});
