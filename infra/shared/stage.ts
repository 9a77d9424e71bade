import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What differs between stages; every other name than those known here is treated as a short-lived one, like `dev`. */
export type Stage = {
  readonly name: string;
  /** Whether data outlives the stacks. */
  readonly removalPolicy: RemovalPolicy;
  readonly logRetention: RetentionDays;
  readonly pointInTimeRecovery: boolean;
};

const NAME = /^[a-z][a-z0-9-]{0,19}$/;

/** Throws where `name` cannot be part of a stack's name. */
export const stageOf = (name: string): Stage => {
  if (!NAME.test(name)) {
    throw new Error(
      `--stage ${JSON.stringify(name)} cannot name a stage: use 1 to 20 lower-case letters, digits and hyphens, beginning with a letter.`,
    );
  }
  const kept = name === 'prod' || name === 'staging';
  return {
    name,
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    logRetention: kept ? RetentionDays.SIX_MONTHS : RetentionDays.TWO_WEEKS,
    pointInTimeRecovery: kept,
  };
};
