import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import type { Idle } from './idle-process.ts';

const PROCESS = fileURLToPath(new URL('./idle-process.ts', import.meta.url));

/** Memory of executions that wait, and the time until a process that starts anew has taken them over. */
export const idle = (folder: string, note: (text: string) => void): Figure[] => {
  note('memory: 10,000 executions that wait for a day, then the same after a restart');
  const answer = execFileSync(process.execPath, ['--expose-gc', PROCESS, folder], { encoding: 'utf8' });
  const { bytes, seconds } = JSON.parse(answer) as Idle;
  return [
    { figure: 'heap of an execution that waits', value: bytes, unit: 'bytes', goal: { atMost: 200 } },
    { figure: 'restart with 10,000 executions', value: seconds, unit: 's', goal: { atMost: 2 } },
  ];
};
