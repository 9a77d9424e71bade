import type { Clock } from '../clock.ts';
import type { SecretStore } from './store.ts';

/** A secret as it is kept, without its values. Times are milliseconds since the epoch. */
export type Secret = {
  arn: string;
  name: string;
  description?: string;
  tags: readonly Tag[];
  /** The policy of the resource, as its caller wrote it. */
  policy?: string;
  createdAt: number;
  changedAt: number;
  /** The day on which a value was read last. */
  accessedAt?: number;
  /** When it was marked for deletion, and when it goes. */
  deletedAt?: number;
  goesAt?: number;
};

export type Version = {
  id: string;
  text?: string;
  /** In base64. */
  binary?: string;
  stages: readonly string[];
  createdAt: number;
};

export type Tag = { Key: string; Value: string };

/** What Secrets Manager's actions work with. */
export type Secrets = { clock: Clock; accountId: string; region: string; store: SecretStore };

export const CURRENT = 'AWSCURRENT';
export const PREVIOUS = 'AWSPREVIOUS';
export const PENDING = 'AWSPENDING';

/** The key that Secrets Manager takes where none is named. */
export const DEFAULT_KEY = 'alias/aws/secretsmanager';

/** A moment as the API answers it: seconds since the epoch. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
