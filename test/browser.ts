import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A real Chromium: the system's where there is one, else the one that comes from npm (Linux). */
export const launchBrowser = async (): Promise<Browser> => {
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: ['--no-sandbox', '--disable-gpu'] });
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args });
};
