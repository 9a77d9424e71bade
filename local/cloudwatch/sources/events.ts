import type { Metrics } from '../cloudwatch.ts';

type Named = { name: string; bus: string };

/** What became of an attempt to deliver to a target. */
export type DeliveryOutcome = 'delivered' | 'failed' | 'dead-letter' | 'dead-letter-failed';

/** A rule's dimensions, the bus among them where it is not the default one. */
const dimensionsOf = ({ name, bus }: Named): Record<string, string> =>
  bus === 'default' ? { RuleName: name } : { EventBusName: bus, RuleName: name };

/** The numbers of `AWS/Events`, by rule. */
export const eventsMetrics = (metrics: Metrics) => {
  const put = (name: string, rule: Named, value = 1): void =>
    metrics.put('AWS/Events', name, dimensionsOf(rule), value, 'Count');
  return {
    /** An event has matched rules, given by ARN. */
    matched(ruleArns: readonly string[]): void {
      for (const arn of ruleArns) {
        const parts = arn.slice(arn.indexOf(':rule/') + ':rule/'.length).split('/');
        const rule = { name: parts.at(-1) ?? '', bus: parts.length > 1 ? (parts[0] ?? '') : 'default' };
        put('MatchedEvents', rule);
        put('TriggeredRules', rule);
      }
    },
    delivery(rule: Named, outcome: DeliveryOutcome): void {
      put('Invocations', rule, outcome === 'delivered' ? 1 : 0);
      put('FailedInvocations', rule, outcome === 'delivered' ? 0 : 1);
      if (outcome === 'dead-letter') put('InvocationsSentToDlq', rule);
      if (outcome === 'dead-letter-failed') put('InvocationsFailedToBeSentToDlq', rule);
    },
  };
};
