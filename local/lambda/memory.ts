import { readFileSync } from 'node:fs';

/** Size of a page of memory on the platforms that have `/proc`. */
const PAGE_BYTES = 4096;

/** What a process has in memory, in MiB; 0 where the platform does not tell through `/proc`. */
export const residentMiB = (pid: number): number => {
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Math.round((Number(resident) * PAGE_BYTES) / 2 ** 20);
  } catch {
    return 0;
  }
};

/** The most that a process has had in memory so far, in MiB; 0 where the platform does not tell. */
export const peakMiB = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
};
