import { appendFileSync } from 'node:fs';
import type { OnGranted } from '../../local/cloud.ts';

/** A permission that somebody used: the role's ARN or the service's name, and the action. */
export type UsedGrant = { who: string; action: string };

const noted = new Set<string>();

/** Writes each permission that is used, once, to the file that `MARQUEE_TEST_GRANTS` names, where it names one. */
export const noteGrant: OnGranted = ({ arn, roleArn, service }, { action }) => {
  const file = process.env.MARQUEE_TEST_GRANTS;
  if (!file) return;
  const line = JSON.stringify({ who: service?.name ?? roleArn ?? arn, action } satisfies UsedGrant);
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(file, `${line}\n`);
};
