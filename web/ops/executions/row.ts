import type { Standing } from '../history/model.ts';
import type { Subject } from './subject.ts';

/** An execution as the list knows it. Times are milliseconds since 1970. */
export type Row = {
  arn: string;
  name: string;
  workflow: string;
  express: boolean;
  standing: Standing;
  startedAt: number;
  stoppedAt?: number;
  redriveCount: number;
  /** Known once the input was read. */
  subject?: Subject;
  error?: string;
  cause?: string;
  /** The errors of attempts that failed on the way, where its log tells. */
  stumbles?: readonly string[];
};

const STANDINGS: Readonly<Record<string, Standing>> = {
  RUNNING: 'running',
  PENDING_REDRIVE: 'waiting',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedout',
  ABORTED: 'aborted',
};

export const standingOf = (status: string | undefined): Standing => STANDINGS[status ?? ''] ?? 'running';

/** How the row stands with what its log adds: that it succeeded, though not at once. */
export const shownStanding = ({ standing, stumbles }: Row): Standing =>
  standing === 'succeeded' && stumbles !== undefined && stumbles.length > 0 ? 'retried' : standing;

export const isEnded = ({ standing }: Row): boolean => standing !== 'running' && standing !== 'waiting';

export const hasFailed = ({ standing }: Row): boolean => standing === 'failed' || standing === 'timedout';
