import type { ResourceType } from '../../assembly/resource-type.ts';
import type { PolicyStatement } from '../../aws/principal.ts';
import type { Declared } from '../../declared.ts';
import { type Grant, policyText, statementOf, statementsOfBus } from '../bus-policy.ts';
import type { Bus } from '../rule.ts';
import type { Rules } from '../rules.ts';
import type { EventBridge } from '../state.ts';

type Properties = Grant & { EventBusName?: string; StatementId: string; Statement?: PolicyStatement };

/** `AWS::Events::EventBusPolicy`: one statement of a bus's policy. */
export const eventBusPolicyType = ({ rules }: EventBridge, declared: Declared): ResourceType => {
  return {
    type: 'AWS::Events::EventBusPolicy',
    honoured: ['EventBusName', 'StatementId', 'Action', 'Principal', 'Condition', 'Statement'],
    create({ properties }) {
      const { Statement, ...grant } = properties as Properties;
      const bus = rules.bus(grant.EventBusName);
      const statement = Statement ? { ...Statement, Sid: grant.StatementId } : statementOf(grant, bus);
      keepStatements(rules, bus, [...without(bus, grant.StatementId), statement]);
      const ref = `${bus.name}|${grant.StatementId}`;
      declared.note(ref);
      return { ref, attributes: {} };
    },
    remove(_resource, { ref }) {
      declared.forget(ref);
      removeStatement(rules, ref);
    },
  };
};

const without = (bus: Bus, id: string): PolicyStatement[] => statementsOfBus(bus).filter(({ Sid }) => Sid !== id);

const keepStatements = (rules: Rules, { policy: _, ...bus }: Bus, statements: readonly PolicyStatement[]): void => {
  const policy = policyText(statements);
  rules.putBus({ ...bus, ...(policy === undefined ? {} : { policy }) });
};

/** Takes a statement out of a bus's policy: `<bus>|<statement>`, as a stack refers to it. */
export const removeStatement = (rules: Rules, ref: string): void => {
  const [name = '', id = ''] = ref.split('|');
  const bus = rules.findBus(name);
  if (bus) keepStatements(rules, bus, without(bus, id));
};
