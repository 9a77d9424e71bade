import type { ResourceType } from '../../assembly/resource-type.ts';
import type { PolicyStatement } from '../../aws/principal.ts';
import { type Grant, policyText, statementOf, statementsOfBus } from '../bus-policy.ts';
import type { Bus } from '../rule.ts';
import type { EventBridge } from '../state.ts';

type Properties = Grant & { EventBusName?: string; StatementId: string; Statement?: PolicyStatement };

/** `AWS::Events::EventBusPolicy`: one statement of a bus's policy. */
export const eventBusPolicyType = ({ rules }: EventBridge): ResourceType => {
  const keep = ({ policy: _, ...bus }: Bus, statements: readonly PolicyStatement[]): void => {
    const policy = policyText(statements);
    rules.putBus({ ...bus, ...(policy === undefined ? {} : { policy }) });
  };
  return {
    type: 'AWS::Events::EventBusPolicy',
    honoured: ['EventBusName', 'StatementId', 'Action', 'Principal', 'Condition', 'Statement'],
    create({ properties }) {
      const { Statement, ...grant } = properties as Properties;
      const bus = rules.bus(grant.EventBusName);
      const statement = Statement ? { ...Statement, Sid: grant.StatementId } : statementOf(grant, bus);
      keep(bus, [...without(bus, grant.StatementId), statement]);
      return { ref: `${bus.name}|${grant.StatementId}`, attributes: {} };
    },
    remove(_resource, { ref }) {
      const [name = '', id = ''] = ref.split('|');
      const bus = rules.findBus(name);
      if (bus) keep(bus, without(bus, id));
    },
  };
};

const without = (bus: Bus, id: string): PolicyStatement[] => statementsOfBus(bus).filter(({ Sid }) => Sid !== id);
