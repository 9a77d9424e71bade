import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, createContext, Script } from 'node:vm';
import { type EdgeFunction, LARGEST_CODE } from './edge-function.ts';
import { EdgeFunctionError } from './errors.ts';
import { bufferHost, type Host } from './host.ts';
import { unsupportedSyntax } from './syntax.ts';

/**
 * Longest that a run may take, in milliseconds of the machine's time. CloudFront cuts after about one of computing; a laptop
 * that does other things meanwhile needs more.
 */
export const LONGEST = 500;

const inside = (name: string): Script =>
  new Script(
    readFileSync(join(import.meta.dirname, name), 'utf8')
      .trim()
      .replace(/;$/, ''),
    { filename: name },
  );
const LIBRARY = inside('inside.js');
const BUFFER = inside('inside-buffer.js');
const TEXTS = inside('inside-texts.js');
const LIMITS = inside('inside-limits.js');
/** The one name in a context that the function does not find on CloudFront. */
const RUN = new Script('__run__()');

type Thrown = { name: string; message: string; stack: string };
type Outcome = { value?: string; pending?: boolean; error?: Thrown };

/** Runs a function's handler on an event, as JSON, at a time in milliseconds; answers what it returned, as JSON. */
export type Run = (event: string, now: number) => string | undefined;

/** A context of its own for a function's code, which is compiled once. Throws `EdgeFunctionError` where it cannot be. */
export const openSandbox = (edgeFunction: EdgeFunction, host: Host): Run => {
  const { name } = edgeFunction;
  const script = compile(edgeFunction);
  const open = () => {
    const context = createContext(constants.DONT_CONTEXTIFY, {
      name,
      codeGeneration: { strings: false, wasm: false },
      // What a run awaits is done, and cut, with the run.
      microtaskMode: 'afterEvaluate',
    });
    const bytes = BUFFER.runInContext(context)(bufferHost);
    const library = LIBRARY.runInContext(context)(host, bytes, TEXTS.runInContext(context)(bytes));
    const evaluate: unknown = script.runInContext(context);
    LIMITS.runInContext(context)();
    Object.defineProperty(context, '__run__', { value: library.run });
    return { context, library, evaluate };
  };
  let opened = open();
  return (event, now) => {
    const { context, library, evaluate } = opened;
    library.prepare(evaluate, event, now);
    try {
      RUN.runInContext(context, { timeout: LONGEST });
    } catch (error) {
      // What it left behind would go on with the next run.
      opened = open();
      const cut = (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
      throw cut
        ? new EdgeFunctionError(name, 'FunctionThrottledError', `It was cut off after ${LONGEST} ms of computing.`)
        : new EdgeFunctionError(name, 'FunctionExecutionError', String(error));
    }
    const { value, pending, error }: Outcome = library.outcome();
    if (error)
      throw new EdgeFunctionError(name, 'FunctionExecutionError', `${error.name}: ${error.message}`, own(name, error));
    if (!pending) return value;
    throw new EdgeFunctionError(name, 'FunctionExecutionError', 'It waits for what never comes.');
  };
};

const compile = ({ name, code }: EdgeFunction): Script => {
  if (Buffer.byteLength(code) > LARGEST_CODE)
    throw new EdgeFunctionError(name, 'FunctionExecutionError', `Its code is larger than ${LARGEST_CODE} bytes.`);
  const unsupported = unsupportedSyntax(code);
  if (unsupported !== undefined) throw new EdgeFunctionError(name, 'FunctionExecutionError', unsupported);
  const head = '(require) => { "use strict"; ';
  const body = code.replace(IMPORT, "const $1 = require('$2');");
  try {
    return new Script(`${head}${body}\nreturn typeof handler === 'undefined' ? undefined : handler; }`, {
      filename: `${name}.js`,
      columnOffset: -head.length,
    });
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const place = stack.split('\n', 1)[0];
    throw new EdgeFunctionError(name, 'FunctionExecutionError', `SyntaxError: ${message}`, `    at ${place}`);
  }
};

/** The only form of import that the runtime has. */
const IMPORT = /^[ \t]*import[ \t]+([\w$]+)[ \t]+from[ \t]+['"](\w+)['"];?/gm;

/** The lines of a stack that are the function's own. */
const own = (name: string, { stack }: Thrown): string | undefined => {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line) && line.includes(`${name}.js:`));
  return lines.length === 0 ? undefined : lines.join('\n');
};
