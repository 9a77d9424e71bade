import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Settings made for one page in a function; with them the browser ends with its first page. */
const ONE_PAGE = ['--single-process', '--no-zygote'];

/** Pages are drawn by the processor; a graphics card that is only played takes twice as long. */
const NO_GPU = '--disable-gpu';

/** A real Chromium: the system's where there is one, else the one that comes from npm (Linux). `more` are its arguments. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: ['--no-sandbox', NO_GPU, ...more] });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Browser tests need a Chromium or Google Chrome on ${process.platform}-${process.arch}: install one.`,
    );
  }
  sparticuz.setGraphicsMode = false;
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args.filter((arg) => !ONE_PAGE.includes(arg)), NO_GPU, ...more],
  });
};
