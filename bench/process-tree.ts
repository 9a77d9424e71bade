import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in `/proc/<pid>/stat`: the same on every Linux that Node runs on. */
const TICKS = 100;

/** Whether this platform tells about processes through `/proc`. */
export const tellsOfProcesses = process.platform === 'linux';

type Stat = { pid: number; parent: number; ticks: number };

/** Fields of `/proc/<pid>/stat` after the name, which may hold blanks and brackets. */
export const parseStat = (pid: number, text: string): Stat => {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // user and system time, its own and that of the children that ended and were waited for
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid, parent: Number(fields[1]), ticks };
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // The process has ended meanwhile.
  }
};

const everyProcess = (): Stat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const text = read(`/proc/${name}/stat`);
      return text === undefined ? [] : [parseStat(Number(name), text)];
    });

/** A process and all that it started, directly or not, as far as they run. */
export const treeOf = (root: number): Stat[] => {
  const all = everyProcess();
  const found = all.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found;
};

/** Processor time of a process tree in seconds, its ended members included; undefined where the platform does not tell. */
export const cpuSeconds = (root: number): number | undefined =>
  tellsOfProcesses ? treeOf(root).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS : undefined;

/** The command line of a process; empty where it has ended. */
export const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`)?.split('\0').join(' ').trim() ?? '';

export type Memory = { name: string; bytes: number };

/**
 * Memory of each process of a tree: its proportional share where the kernel tells, so that a page that several share
 * counts once, else what is resident.
 */
export const memoryOf = (root: number): Memory[] =>
  tellsOfProcesses
    ? treeOf(root).map(({ pid }) => {
        const kibibytes =
          /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '') ??
          /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '');
        return { name: commandOf(pid), bytes: Number(kibibytes?.[1] ?? 0) * 1024 };
      })
    : [];
