import { type Connection, DOMAINS } from '../connection.ts';
import type { Clients } from './clients.ts';
import { readMay } from './may.ts';

/** Whom the console works for; the page knows the same shape from `web/ops/aws/session.ts`. */
export type Session = {
  stage: string;
  /** Whether a mistake here is seen by fans. */
  production: boolean;
  account: string;
  region: string;
  /** The runtime on this machine, not an account. */
  local: boolean;
  /** The role that every call is made with. */
  role: string;
  /** The actions of IAM that the role has, of those that change something: `states:StopExecution`. */
  may: readonly string[];
  /** The stage's stacks, by their names. */
  stacks: readonly string[];
  siteUrl?: string;
};

/** Asks AWS as whom the console works, and what it may do. Throws what AWS throws. */
export const readSession = async (
  { stage, local, outputs }: Connection,
  clients: Clients,
  roleArn: string,
): Promise<Session> => {
  const { account, arn, region } = await clients.caller();
  return {
    stage,
    production: stage === 'prod',
    account,
    region,
    local,
    // arn:aws:sts::123456789012:assumed-role/ROLE/SESSION
    role: arn.split('/')[1] ?? arn,
    may: await readMay(clients, { stage, roleArn, region, operatorLog: outputs.OperatorLogGroup ?? '' }),
    stacks: DOMAINS.map((domain) => `Marquee-${stage}-${domain}`),
    ...(outputs.SiteUrl === undefined ? {} : { siteUrl: outputs.SiteUrl }),
  };
};
