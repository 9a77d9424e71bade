import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEEP_WARM, LONGEST_LIFE } from './pool.ts';
import { type Bench, openBench } from './testing/bench.ts';

/** Real processes take the time that the machine gives them. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 10 });

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.close());

const run = (code: string, event: unknown = {}, settings: object = {}) =>
  bench.host.invoke(bench.put(code, settings), JSON.stringify(event));
const payloadOf = async (running: ReturnType<typeof run>): Promise<unknown> => {
  const result = await running;
  if (!result.ok) throw new Error(`${result.error.errorType}: ${result.error.errorMessage}`);
  return JSON.parse(result.payload);
};
const errorOf = async (running: ReturnType<typeof run>) => {
  const result = await running;
  return result.ok ? undefined : result.error;
};
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const PID = 'export const handler = async () => process.pid;';

describe('a function answers', () => {
  test('with what its handler gives back, null where that is nothing', async () => {
    expect(await payloadOf(run('export const handler = async (event) => ({ twice: event.n * 2 })', { n: 21 }))).toEqual(
      { twice: 42 },
    );
    expect(await payloadOf(run('export const handler = async () => undefined'))).toBeNull();
  });

  test('with the context that Lambda gives', async () => {
    const found = bench.put(
      'export const handler = async (_, { getRemainingTimeInMillis, ...context }) => ({ ...context, left: getRemainingTimeInMillis() })',
    );
    const result = await bench.host.invoke(found, '{}');
    expect(JSON.parse(result.ok ? result.payload : '{}')).toEqual({
      callbackWaitsForEmptyEventLoop: true,
      functionName: found.configuration.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: found.configuration.arn,
      memoryLimitInMB: '256',
      awsRequestId: result.requestId,
      logGroupName: found.configuration.logGroup,
      logStreamName: expect.stringMatching(/^2026\/01\/01\/\[\$LATEST\][0-9a-f]{32}$/),
      left: expect.any(Number),
    });
  });

  test('with the shape of a thrown error, whatever was thrown', async () => {
    const typed = await errorOf(
      run(
        `class TooFar extends Error { name = 'TooFar' }; export const handler = async () => { throw new TooFar('no') }`,
      ),
    );
    expect(typed).toMatchObject({ errorType: 'TooFar', errorMessage: 'no' });
    expect(typed?.trace?.[0]).toBe('TooFar: no');
    expect(await errorOf(run(`export const handler = async () => { throw 'text' }`))).toEqual({
      errorType: 'string',
      errorMessage: 'text',
      trace: [],
    });
    expect(await errorOf(run('export const handler = async () => { throw undefined }'))).toMatchObject({
      errorType: 'undefined',
    });
    expect(await errorOf(run('export const handler = async () => { const a = {}; a.a = a; return a }'))).toMatchObject({
      errorType: 'TypeError',
    });
  });

  test('in the same process again and again, each function in its own', async () => {
    const [one, other] = [bench.put(PID), bench.put(PID)];
    const pid = async (found: typeof one): Promise<unknown> => payloadOf(bench.host.invoke(found, '{}'));
    const first = await pid(one);
    expect(await pid(one)).toBe(first);
    expect(await pid(other)).not.toBe(first);
  });
});

describe('a process ends', () => {
  test('when its time is up, and the next request gets a new one', async () => {
    const found = bench.put(
      `export const handler = async ({ hang }) => hang ? new Promise(() => setInterval(() => {}, 1000)) : process.pid;`,
      { timeoutSeconds: 3 },
    );
    const pid = (await payloadOf(bench.host.invoke(found, '{}'))) as number;
    const hanging = bench.host.invoke(found, '{"hang":true}');
    await bench.clock.advance(2999);
    expect(isRunning(pid)).toBe(true);
    await bench.clock.advance(1);
    const result = await hanging;
    expect(result.ok ? undefined : result.error).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${result.requestId} Error: Task timed out after 3.00 seconds`,
    });
    expect(await payloadOf(bench.host.invoke(found, '{}'))).not.toBe(pid);
    await eventually(() => isRunning(pid)).toBe(false);
  });

  test('when it takes more memory than the function has', async () => {
    const code = `const kept = []; export const handler = () => new Promise(() => setInterval(() => kept.push(Buffer.alloc(16 * 2 ** 20, 1)), 20));`;
    const error = await errorOf(run(code, {}, { memoryMiB: 160 }));
    expect(error).toMatchObject({
      errorType: 'Runtime.OutOfMemory',
      errorMessage: expect.stringMatching(
        /^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: signal: killed$/,
      ),
    });
  });

  test('when the handler exits, which is an error to the caller', async () => {
    const found = bench.put('export const handler = async () => process.exit(7)');
    const result = await bench.host.invoke(found, '{}');
    expect(result.ok ? undefined : result.error).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${result.requestId} Error: Runtime exited with error: exit status 7`,
    });
  });

  test('when an error is caught nowhere, which the caller is told', async () => {
    const thrown = `export const handler = () => new Promise(() => setImmediate(() => { throw new RangeError('loose') }))`;
    expect(await errorOf(run(thrown))).toMatchObject({ errorType: 'RangeError', errorMessage: 'loose' });
    const rejected = `export const handler = () => new Promise(() => void Promise.reject(new Error('lost')))`;
    expect(await errorOf(run(rejected))).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: lost',
    });
  });

  test('when nobody needed it for a while', async () => {
    const found = bench.put(PID);
    const pid = (await payloadOf(bench.host.invoke(found, '{}'))) as number;
    await bench.clock.advance(KEEP_WARM - 1);
    expect(await payloadOf(bench.host.invoke(found, '{}'))).toBe(pid);
    await bench.clock.advance(KEEP_WARM);
    await eventually(() => isRunning(pid)).toBe(false);
    expect(await payloadOf(bench.host.invoke(found, '{}'))).not.toBe(pid);
  });

  test('before its credentials expire, however busy it is', async () => {
    const flag = join(bench.folder, 'go-on');
    const found = bench.put(
      `import { existsSync } from 'node:fs';
       export const handler = async ({ flag }) => {
         while (!existsSync(flag)) await new Promise((resolve) => setTimeout(resolve, 5));
         return process.pid;
       };`,
      { timeoutSeconds: LONGEST_LIFE },
    );
    const running = payloadOf(bench.host.invoke(found, JSON.stringify({ flag })));
    await bench.clock.advance(LONGEST_LIFE);
    writeFileSync(flag, '');
    const pid = await running;
    expect(await payloadOf(bench.host.invoke(found, JSON.stringify({ flag })))).not.toBe(pid);
  });

  test('when the host is closed', async () => {
    const pid = (await payloadOf(run(PID))) as number;
    bench.host.close();
    await eventually(() => isRunning(pid)).toBe(false);
  });
});

describe('a function that cannot start says why', () => {
  test('its role is gone', async () => {
    const found = bench.put(PID, { roleArn: 'arn:aws:iam::000000000000:role/gone' });
    expect(await errorOf(bench.host.invoke(found, '{}'))).toEqual({
      errorType: 'Runtime.StartError',
      errorMessage: expect.stringContaining('role/gone'),
    });
  });

  test.each([
    ['its code throws', `throw new RangeError('no luck')`, { errorType: 'RangeError', errorMessage: 'no luck' }],
    ['it has no such handler', 'export const other = 1', { errorType: 'Runtime.HandlerNotFound' }],
    [
      'its handler takes a callback',
      'export const handler = (event, context, callback) => callback(null, 1)',
      { errorType: 'Runtime.CallbackHandlerDeprecated' },
    ],
    ['it exits', 'process.exit(3)', { errorType: 'Runtime.ExitError' }],
  ])('%s', async (_, code, error) => {
    expect(await errorOf(run(code))).toMatchObject(error);
  });
});

test('a function whose bundle has gone from the disk fails its requests, and none of them hangs', async () => {
  const found = bench.put(PID);
  rmSync(found.configuration.codeFolder, { recursive: true });
  for (let request = 0; request < 3; request++)
    expect(await errorOf(bench.host.invoke(found, '{}'))).toMatchObject({ errorType: expect.any(String) });
});

describe('concurrency', () => {
  const meeting = `import { existsSync, writeFileSync } from 'node:fs';
    export const handler = async ({ me, others }) => {
      writeFileSync(me, '');
      while (!others.every((file) => existsSync(file))) await new Promise((resolve) => setTimeout(resolve, 5));
      return process.pid;
    };`;

  test('two requests at once run in two processes', async () => {
    const found = bench.put(meeting);
    const files = ['a', 'b'].map((name) => `${bench.folder}/${name}`);
    const pids = await Promise.all(
      files.map((me) => payloadOf(bench.host.invoke(found, JSON.stringify({ me, others: files })))),
    );
    expect(new Set(pids).size).toBe(2);
  });

  test('a reserved concurrency that is used up refuses the next request', async () => {
    const found = bench.put(meeting, { reservedConcurrency: 1 });
    const gate = `${bench.folder}/gate`;
    const first = bench.host.invoke(found, JSON.stringify({ me: `${bench.folder}/first`, others: [gate] }));
    await eventually(() => existsSync(`${bench.folder}/first`)).toBe(true);
    await expect(bench.host.invoke(found, '{}')).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      statusCode: 429,
      members: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    });
    await payloadOf(bench.host.invoke(bench.put(meeting), JSON.stringify({ me: gate, others: [gate] })));
    expect(await payloadOf(first)).toEqual(expect.any(Number));
    expect(await payloadOf(bench.host.invoke(found, JSON.stringify({ me: gate, others: [] })))).toEqual(
      expect.any(Number),
    );
  });
});

test('a function finds a service that the runtime lacks where the user has put it, and all others at the runtime', async () => {
  const address = 'http://127.0.0.1:9000';
  const led = openBench({ elsewhere: { BEDROCK_RUNTIME: address } });
  const code = `export const handler = async () =>
    Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('AWS_ENDPOINT_URL')))`;
  const own = { environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://vpce.example' } };
  try {
    expect(await payloadOf(led.host.invoke(led.put(code, own), '{}'))).toEqual({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: address,
      AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: 'http://localhost:9',
    });
  } finally {
    await led.close();
  }
});

test('the environment holds what Lambda gives, the function its own settings, and nothing of this machine', async () => {
  process.env.SECRET_OF_THIS_MACHINE = 'hidden';
  const environment = (await payloadOf(
    run('export const handler = async () => process.env', {}, { environment: { TABLE: 'assets' } }),
  ).finally(() => delete process.env.SECRET_OF_THIS_MACHINE)) as Record<string, string>;
  expect(
    Object.keys(environment)
      .filter((name) => !name.startsWith('NODE_CHANNEL'))
      .sort(),
  ).toEqual([
    ...[
      'AWS_ACCESS_KEY_ID',
      'AWS_DEFAULT_REGION',
      'AWS_ENDPOINT_URL',
      'AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE',
      'AWS_EXECUTION_ENV',
    ],
    ...['AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_VERSION'],
    ...['AWS_LAMBDA_INITIALIZATION_TYPE', 'AWS_LAMBDA_LOG_FORMAT', 'AWS_LAMBDA_LOG_GROUP_NAME'],
    ...['AWS_LAMBDA_LOG_STREAM_NAME', 'AWS_REGION', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
    ...['AWS_XRAY_CONTEXT_MISSING', 'AWS_XRAY_DAEMON_ADDRESS', 'LAMBDA_RUNTIME_DIR', 'LAMBDA_TASK_ROOT', 'LANG'],
    ...['NODE_PATH', 'PATH', 'TABLE', 'TMPDIR', 'TZ', '_HANDLER', '_X_AMZN_TRACE_ID'],
  ]);
  const { AWS_ACCESS_KEY_ID = '', AWS_SESSION_TOKEN } = environment;
  const role = bench.identities.find(AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN)?.principal;
  expect(role).toMatchObject({ roleArn: expect.stringMatching(/:role\/worker$/) });
  expect(role?.policies).toEqual([{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]);
});
