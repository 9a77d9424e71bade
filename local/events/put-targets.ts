import { AwsError } from '../aws/error.ts';
import { checkTarget } from './check-target.ts';
import type { Rule, Target } from './rule.ts';
import { type Rules, settingsOfRule } from './rules.ts';

/** Most targets of a rule. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MOST_TARGETS = 5;

/** The targets of a rule with others put to them; one whose id is known is replaced. Throws what AWS refuses them with. */
export const withTargets = (known: readonly Target[], put: readonly Target[], busArn: string): Target[] => {
  for (const target of put) checkTarget(target, busArn);
  const byId = new Map([...known, ...put].map((target) => [target.Id, target]));
  if (byId.size > MOST_TARGETS)
    throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.', 400);
  return [...byId.values()];
};

/** Keeps a rule with other targets. */
export const keepTargets = (rules: Rules, rule: Rule, targets: readonly Target[]): void =>
  void rules.putRule({ ...settingsOfRule(rule), targets });
