import { spawn } from 'node:child_process';

/** Terminal until a source changes; the message is what the process wrote about it. */
export class ChildError extends Error {
  override name = 'ChildError';
}

/** Runs a TypeScript file in a process of its own to its end; answers what it printed. Throws `ChildError`. */
export const runChild = (file: string, args: readonly string[], signal: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--enable-source-maps', file, ...args],
      // The channel ends it with this process.
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], signal },
    );
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.once('error', (cause) => reject(new ChildError(cause.message, { cause })));
    child.once('close', (code, ended) => {
      if (code === 0) resolve(out.trim());
      else reject(new ChildError(plain(err) || `it ended with ${ended ?? `exit status ${code}`}`));
    });
  });

/** Without what Node says of its own insides. */
const plain = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s+at .*\(?node:internal|^node:internal|^\s+triggerUncaught|^Node\.js v/.test(line))
    .join('\n')
    .replace(/^\s*\^\s*\n/, '')
    .trim();
