import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../infra/build/folders.ts';

/** Runs the command line as a user does, in a process of its own, in `folder`. */
export const commandLine = (awsUrl: string, folder: string) => {
  const marquee = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const script = join(ROOT, 'cli', 'marquee.ts');
      const where = ['--stage', 'test', '--aws-port', new URL(awsUrl).port];
      const options = ['--disable-warning=ExperimentalWarning', script, ...args, ...where];
      const child = execFile(process.execPath, options, { cwd: folder }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const asJson = async <T>(...args: string[]): Promise<T> => JSON.parse((await marquee(...args, '--json')).out) as T;
  return { marquee, asJson };
};
