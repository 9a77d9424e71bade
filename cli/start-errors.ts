import { statfsSync } from 'node:fs';
import { isDiskFull } from '../local/database.ts';
import { holderOf } from './port-holder.ts';
import { findRunning } from './running.ts';

/** Free room below which the disk counts as full, and that is asked for, in bytes. */
const ENOUGH = 200 * 2 ** 20;

type Failure = NodeJS.ErrnoException & { port?: number };

/** What to tell somebody whose `npm start` failed: what is wrong, and what to do about it. */
export const explain = (error: unknown, dataFolder?: string): string => {
  const { code, port = 0, message, name, syscall, stack } = error as Failure;
  if (code === 'EADDRINUSE') return inUse(port);
  if (code === 'EACCES' && syscall === 'listen')
    return `port ${port} needs more rights than this user has; choose one from 1024 on.`;
  if (isDiskFull(error)) return `${diskFull(dataFolder)} Then start again: what was accepted is kept.`;
  if ((code === 'EACCES' || code === 'EROFS') && dataFolder !== undefined)
    return `${message}. The data folder ${dataFolder} must be writable; name another with --data.`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\nnpm start -- --help tells the options.`;
  if (name === 'DataFolderInUseError') return `${message}${heldBy(dataFolder)}`;
  if (name === 'DamagedDatabaseError')
    return `${message} Put a copy of the data folder in its place, or begin anew with npm start -- --fresh, which deletes this stage's data.`;
  const known = ['NoDataFolderError', 'AssemblyError', 'TemplateError', 'RangeError', 'MissingServerError'];
  return [...known, 'SynthesisError', 'BackendError'].includes(name) ? message : (stack ?? message);
};

const inUse = (port: number): string => {
  const holder = holderOf(port);
  const who = holder === undefined ? '' : ` by ${holder}`;
  return `port ${port} is in use${who}. Stop what listens there, or choose another: --port for the site and API, --aws-port for the AWS endpoint; 0 takes a free one.`;
};

const heldBy = (dataFolder = ''): string => {
  const running = findRunning(dataFolder);
  return running === undefined
    ? ''
    : ` It is process ${running.pid}, stage ${running.stage}, with its AWS endpoint at ${running.awsUrl}.`;
};

/** Where there is no room, how much there is, and how much it takes. */
export const diskFull = (dataFolder = '.'): string => {
  const needed = `free at least ${ENOUGH / 2 ** 20} MB`;
  try {
    const { bavail, bsize } = statfsSync(dataFolder);
    return `the disk is full: ${Math.floor((bavail * bsize) / 2 ** 20)} MB are left for ${dataFolder}; ${needed} there.`;
  } catch {
    return `the disk is full; ${needed} where ${dataFolder} is.`;
  }
};
