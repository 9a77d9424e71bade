// Runs inside a function's own process: loads the deployed bundle and answers one request at a time.
// Plain JavaScript without imports from here, because it shares the process with code that trusts nothing around it.
import './reach-apis.mjs';
import { Console } from 'node:console';
import fs from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { nextRequest, sendAnswer } from './request-channel.mjs';

// The host's, not the function's.
delete process.env.NODE_COMPILE_CACHE;

const [file, exported] = process.env._HANDLER.split(/\.(?=[^.]*$)/);
const json = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const lowest = json ? LEVELS.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL ?? 'TRACE') : 0;
let requestId = '';

/** As the Node runtime prints `console` calls: tab-separated text, or one JSON object a line. */
const print =
  (level) =>
  (...values) => {
    if (LEVELS.indexOf(level) < lowest) return;
    const time = new Date().toISOString();
    const message = format(...values);
    const [first] = values;
    const plain = values.length === 1 && typeof first === 'object' && first !== null && !(first instanceof Error);
    const error = values.find((value) => value instanceof Error);
    process.stdout.write(
      json
        ? `${JSON.stringify({ timestamp: time, level, requestId, message: plain ? first : message, ...(error && told(error)) })}\n`
        : `${time}\t${requestId}\t${level}\t${message.replaceAll('\n', '\r')}\n`,
    );
  };
/** What the JSON format says of an error that is among the values. */
const told = (error) => ({
  errorType: error.name,
  errorMessage: error.message,
  stackTrace: String(error.stack).split('\n'),
});
globalThis.console = Object.assign(new Console(process.stdout, process.stderr), {
  log: print('INFO'),
  info: print('INFO'),
  warn: print('WARN'),
  error: print('ERROR'),
  debug: print('DEBUG'),
  trace: print('TRACE'),
});

/** As the Node runtime describes what a function throws: an error with its stack, anything else by its type and text. */
const describe = (error) =>
  error instanceof Error || (typeof error === 'object' && error !== null && 'stack' in error)
    ? {
        errorType: error.name,
        errorMessage: error.message,
        trace: String(error.stack).split('\n'),
      }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

/** Whether anything was printed since the last mark: through a stream, or straight to its file descriptor. */
let printed = false;
let written = 0;
for (const name of ['write', 'writeSync', 'writev', 'writevSync']) {
  const original = fs[name];
  fs[name] = (fd, ...given) => {
    if (fd === 1 || fd === 2) printed = true;
    return original(fd, ...given);
  };
}
syncBuiltinESMExports();

/** Marks the end of a request's output, so that lines are told apart by request; false where there was none. */
const endOfOutput = (id) => {
  const now = process.stdout.bytesWritten + process.stderr.bytesWritten;
  if (!printed && now === written) return false;
  for (const stream of [process.stdout, process.stderr]) if (stream.writable) stream.write(`\u0000${id}\n`);
  written = process.stdout.bytesWritten + process.stderr.bytesWritten;
  printed = false;
  return true;
};

const contextOf = (request) => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
  invokedFunctionArn: request.arn,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  awsRequestId: request.id,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  clientContext: request.clientContext,
  identity: undefined,
  getRemainingTimeInMillis: () => Math.max(0, request.deadline - Date.now()),
});

/** Handlers that write their answer piece by piece; `Invoke` answers it whole. */
const STREAMED = Symbol('streamed');
globalThis.awslambda = {
  streamifyResponse: (handler) => Object.assign((...given) => handler(...given), { [STREAMED]: true }),
  HttpResponseStream: {
    /** What stands before the body: the answer's status and headers, and eight zeros. */
    from(stream, prelude) {
      stream.write(JSON.stringify(prelude));
      stream.write(Buffer.alloc(8));
      return stream;
    },
  },
};

const collected = async (handler, event, context) => {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  stream.setContentType = () => {};
  await handler(event, stream, context);
  if (!stream.writableEnded) stream.end();
  await finished(stream);
  return Buffer.concat(chunks).toString();
};

const answer = async (handler, request) => {
  requestId = request.id;
  process.env._X_AMZN_TRACE_ID = request.trace;
  let reply;
  try {
    const event = JSON.parse(request.event);
    reply = handler[STREAMED]
      ? { payload: await collected(handler, event, contextOf(request)) }
      : { payload: JSON.stringify(await handler(event, contextOf(request))) ?? 'null' };
  } catch (error) {
    const described = describe(error);
    const { trace, ...rest } = described;
    if (json) print('ERROR')({ ...rest, stackTrace: trace });
    else print('ERROR')(`Invoke Error\t${JSON.stringify({ ...rest, stack: trace })}`);
    reply = { error: described };
  }
  const marked = endOfOutput(request.id);
  sendAnswer({ marked, ...reply });
};

/** How long the process may tidy up once no further request comes, in milliseconds. */
const GRACE = 400;

/** For how long nothing that matters happens to connections, in milliseconds. */
const MOMENT = 10;

/** What the pipes had no room for has to leave before everything stands still. */
const allPrinted = async () => {
  for (const stream of [process.stdout, process.stderr])
    if (stream.writableLength > 0) await new Promise((resolve) => stream.write('', resolve));
};

/** Answers one request after the other. */
const serve = async (handler) => {
  let stoodSince = performance.now();
  for (let request = nextRequest(); request; request = nextRequest()) {
    // What happened to its connections while it stood still is heard of before they are used again.
    if (performance.now() - stoodSince > MOMENT) await turn();
    await answer(handler, request);
    if (process.stdout.writableLength + process.stderr.writableLength > 0) await allPrinted();
    stoodSince = performance.now();
  }
  // Its handlers of signals have their turn now.
  setTimeout(() => process.exit(0), GRACE);
};

/** What nobody caught ends the request with the error and the process with it, as in Lambda. */
const breakDown = (error, status) => {
  print('ERROR')(`${error.errorType}\t${JSON.stringify(error)}`);
  process.send({ type: 'broken', error }, () => process.exit(status));
};
process.on('uncaughtException', (error) => breakDown(describe(error), 129));
process.on('unhandledRejection', (reason) =>
  breakDown({ ...describe(reason), errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: String(reason) }, 128),
);
process.on('disconnect', () => process.exit(0));
try {
  const module = await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT, `${file}.mjs`)).href).catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes(`${file}.mjs`)) throw error;
    return import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT, `${file}.js`)).href);
  });
  // The next process of this function reads what this one compiled; who is ended by a signal could not write it any more.
  flushCompileCache();
  const handler = module[exported] ?? module.default?.[exported];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${file}.${exported} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  if (handler.length > 2 && !handler[STREAMED]) {
    throw Object.assign(
      new Error(`${file}.${exported} takes a callback; from Node 24 on a handler is async and takes (event, context).`),
      {
        name: 'Runtime.CallbackHandlerDeprecated',
      },
    );
  }
  process.send({ type: 'ready' }, () => void serve(handler));
} catch (error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.send({ type: 'failed', error: describe(error) });
}
