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
