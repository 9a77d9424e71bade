import { AwsError } from '../aws/error.ts';
import type { Pattern } from './pattern/pattern.ts';

export type Target = {
  id: string;
  arn: string;
  roleArn?: string;
  input?: string;
  inputPath?: string;
  inputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
  deadLetterArn?: string;
  maximumRetryAttempts: number;
  maximumEventAgeSeconds: number;
  messageGroupId?: string;
};

export type Rule = {
  name: string;
  arn: string;
  bus: string;
  description?: string;
  enabled: boolean;
  patternText: string;
  pattern: Pattern;
  targets: Target[];
};

export type Bus = { name: string; arn: string; description?: string };

/** Defaults of a target's retry policy. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
export const RETRY_DEFAULTS = { maximumRetryAttempts: 185, maximumEventAgeSeconds: 86_400 } as const;

/** Buses and their rules; the bus `default` is always there. */
export class Rules {
  readonly #account: { accountId: string; region: string };
  readonly #buses = new Map<string, Bus>();
  readonly #rules = new Map<string, Rule>();

  constructor(account: { accountId: string; region: string }) {
    this.#account = account;
    this.putBus('default');
  }

  putBus(name: string, description?: string): Bus {
    const { region, accountId } = this.#account;
    const bus = {
      name,
      arn: `arn:aws:events:${region}:${accountId}:event-bus/${name}`,
      ...(description ? { description } : {}),
    };
    this.#buses.set(name, bus);
    return bus;
  }

  /** Removes a bus. Throws where rules are on it, as EventBridge does. */
  deleteBus(name: string): void {
    if (this.rulesOf(name).length > 0)
      throw new AwsError('ValidationException', `Cannot delete event bus ${name} since rules are still attached.`);
    this.#buses.delete(name);
  }

  buses(): Bus[] {
    return [...this.#buses.values()];
  }

  /** Finds a bus by name or ARN. Throws `ResourceNotFoundException`. */
  bus(nameOrArn = 'default'): Bus {
    const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
    const bus = this.#buses.get(name);
    if (!bus) throw new AwsError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
    return bus;
  }

  ruleArn(bus: string, name: string): string {
    const { region, accountId } = this.#account;
    return `arn:aws:events:${region}:${accountId}:rule/${bus === 'default' ? '' : `${bus}/`}${name}`;
  }

  putRule(rule: Omit<Rule, 'arn'>): Rule {
    const arn = this.ruleArn(rule.bus, rule.name);
    const stored = { ...rule, arn };
    this.#rules.set(arn, stored);
    return stored;
  }

  rule(bus: string, name: string): Rule {
    const rule = this.#rules.get(this.ruleArn(bus, name));
    if (!rule) throw new AwsError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${bus}.`);
    return rule;
  }

  deleteRule(bus: string, name: string): void {
    this.#rules.delete(this.ruleArn(bus, name));
  }

  rulesOf(bus: string): Rule[] {
    return [...this.#rules.values()].filter((rule) => rule.bus === bus);
  }

  target(ruleArn: string, targetId: string): { rule: Rule; target: Target } | undefined {
    const rule = this.#rules.get(ruleArn);
    const target = rule?.targets.find(({ id }) => id === targetId);
    return rule && target ? { rule, target } : undefined;
  }
}
