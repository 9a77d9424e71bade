import type { Clock } from '../clock.ts';
import type { ParameterStore } from './store.ts';

/** What Parameter Store's actions work with. */
export type Ssm = { clock: Clock; accountId: string; region: string; store: ParameterStore };

/** The ARN of a parameter: `parameter/a` for `a`, `parameter/a/b` for `/a/b`. */
export const parameterArn = ({ accountId, region }: Pick<Ssm, 'accountId' | 'region'>, name: string): string =>
  `arn:aws:ssm:${region}:${accountId}:parameter/${name.replace(/^\//, '')}`;

/** A moment as the API answers it: seconds since the epoch. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
