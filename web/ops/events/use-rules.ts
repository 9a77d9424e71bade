import type { Target } from '@aws-sdk/client-eventbridge';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call } from '../aws/call.ts';
import { nameOf, type System } from '../system/system.ts';
import { useSystem } from '../system/use-system.ts';
import type { BusEvent } from './event.ts';
import { type BusRule, isPlain, mayMatch } from './rules.ts';

/** Rules change with a deployment. */
const KEPT = 60_000;

const readRules = async (system: System, signal?: AbortSignal): Promise<BusRule[]> => {
  const named = new Map(
    system.resources
      .filter(({ type }) => type === 'AWS::Events::Rule')
      // The physical id of a rule of a bus of one's own is `bus|rule`.
      .map((resource) => [resource.physicalId.split('|').at(-1) ?? '', nameOf(resource)]),
  );
  const found: BusRule[] = [];
  let NextToken: string | undefined;
  do {
    const page = await call('events', 'ListRules', { EventBusName: system.outputs.EventBusName, NextToken }, signal);
    for (const { Name = '', Arn = '', EventPattern, State, ManagedBy } of page.Rules ?? [])
      found.push({
        ...{ name: named.get(Name) ?? Name, physicalName: Name, arn: Arn },
        ...(EventPattern !== undefined && { pattern: EventPattern }),
        ...{ enabled: State !== 'DISABLED', managed: ManagedBy !== undefined },
      });
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
};

/** The rules of the stage's bus. */
export const useRules = (): UseQueryResult<BusRule[]> => {
  const { data: system } = useSystem();
  return useQuery({
    queryKey: ['bus-rules', system?.outputs.EventBusName],
    enabled: system !== undefined,
    staleTime: KEPT,
    queryFn: ({ signal }) => readRules(system as System, signal),
  });
};

/** The targets of a rule. Throws `AwsCallError`. */
export const readTargets = async (bus: string | undefined, rule: string, signal?: AbortSignal): Promise<Target[]> => {
  const found: Target[] = [];
  let NextToken: string | undefined;
  do {
    const page = await call('events', 'ListTargetsByRule', { Rule: rule, EventBusName: bus, NextToken }, signal);
    found.push(...(page.Targets ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
};

export type Match = { rule: BusRule; targets: Target[] };

/** The rules that an event matched, with their targets; EventBridge itself judges what plain lists leave open. */
export const useMatches = (event: BusEvent): UseQueryResult<Match[]> => {
  const { data: rules } = useRules();
  const { data: system } = useSystem();
  return useQuery({
    queryKey: ['matches', event.id, rules?.map(({ arn, pattern }) => `${arn} ${pattern}`)],
    enabled: rules !== undefined && system !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const candidates = (rules ?? []).filter(({ pattern, enabled }) => enabled && mayMatch(pattern, event));
      const judged = await Promise.all(
        candidates.map(async (rule) => {
          if (isPlain(rule.pattern)) return rule;
          const { Result } = await call(
            'events',
            'TestEventPattern',
            { EventPattern: rule.pattern, Event: event.text },
            signal,
          );
          return Result ? rule : undefined;
        }),
      );
      return Promise.all(
        judged
          .filter((rule) => rule !== undefined)
          .map(async (rule) => ({
            rule,
            targets: rule.managed ? [] : await readTargets(system?.outputs.EventBusName, rule.physicalName, signal),
          })),
      );
    },
  });
};
