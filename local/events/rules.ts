import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';
import type { Clock } from '../clock.ts';
import { parsePattern } from './pattern/pattern.ts';
import type { Bus, Rule, RuleSettings, Target } from './rule.ts';
import { compileSchedule } from './schedule.ts';

export type RulesOptions = { database: DatabaseSync; clock: Clock; accountId: string; region: string };

const SCHEMA = `
CREATE TABLE IF NOT EXISTS events_buses (name TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS events_rules (arn TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
`;

const NONE: ReadonlyMap<string, Rule> = new Map();

/**
 * Buses and their rules. They are kept in SQLite, and in memory for matching; AWS's quotas (100 buses, 300 rules on each)
 * bound how many there are. The bus `default` is always there.
 */
export class Rules {
  readonly #options: RulesOptions;
  readonly #buses = new Map<string, Bus>();
  readonly #rules = new Map<string, Map<string, Rule>>();
  readonly #statements;
  /** Told of a rule that was put or removed. */
  onChange: (arn: string, rule: Rule | undefined) => void = () => undefined;

  constructor(options: RulesOptions) {
    this.#options = options;
    const { database, clock } = options;
    database.exec(SCHEMA);
    this.#statements = {
      putBus: database.prepare('INSERT OR REPLACE INTO events_buses VALUES (?, ?)'),
      removeBus: database.prepare('DELETE FROM events_buses WHERE name = ?'),
      putRule: database.prepare('INSERT OR REPLACE INTO events_rules VALUES (?, ?)'),
      removeRule: database.prepare('DELETE FROM events_rules WHERE arn = ?'),
    };
    for (const { settings } of database.prepare('SELECT settings FROM events_buses').all())
      this.#remember(JSON.parse(String(settings)) as Bus);
    for (const { settings } of database.prepare('SELECT settings FROM events_rules').all())
      this.#add(JSON.parse(String(settings)) as RuleSettings);
    if (!this.#buses.has('default')) this.putBus({ name: 'default', createdAt: clock.now() });
  }

  putBus(bus: Omit<Bus, 'arn' | 'modifiedAt'>): Bus {
    const put = { ...bus, arn: this.busArn(bus.name), modifiedAt: this.#options.clock.now() };
    this.#statements.putBus.run(put.name, JSON.stringify(put));
    return this.#remember(put);
  }

  removeBus(name: string): void {
    this.#statements.removeBus.run(name);
    this.#buses.delete(name);
    this.#rules.delete(name);
  }

  buses(): Bus[] {
    return [...this.#buses.values()];
  }

  findBus(nameOrArn: string): Bus | undefined {
    return this.#buses.get(nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1));
  }

  /** Finds a bus by name or ARN. Throws `ResourceNotFoundException`. */
  bus(nameOrArn = 'default'): Bus {
    const bus = this.findBus(nameOrArn);
    if (bus && (!nameOrArn.startsWith('arn:') || bus.arn === nameOrArn)) return bus;
    const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
    throw new AwsError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
  }

  busArn(name: string): string {
    const { region, accountId } = this.#options;
    return `arn:aws:events:${region}:${accountId}:event-bus/${name}`;
  }

  ruleArn(bus: string, name: string): string {
    const { region, accountId } = this.#options;
    return `arn:aws:events:${region}:${accountId}:rule/${bus === 'default' ? '' : `${bus}/`}${name}`;
  }

  /** Keeps a rule. Throws `InvalidEventPatternException` or `ValidationException` for what it cannot be made of. */
  putRule(settings: RuleSettings): Rule {
    const rule = this.#compiled(settings);
    this.#statements.putRule.run(rule.arn, JSON.stringify(settings));
    this.#add(settings, rule);
    this.onChange(rule.arn, rule);
    return rule;
  }

  removeRule(bus: string, name: string): void {
    const arn = this.ruleArn(bus, name);
    this.#statements.removeRule.run(arn);
    this.#rules.get(bus)?.delete(name);
    this.onChange(arn, undefined);
  }

  findRule(bus: string, name: string): Rule | undefined {
    return this.#rules.get(bus)?.get(name);
  }

  rule(bus: string, name: string): Rule {
    const rule = this.findRule(bus, name);
    if (!rule) throw new AwsError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${bus}.`);
    return rule;
  }

  byArn(arn: string): Rule | undefined {
    const [first = '', second] = arn.slice(arn.indexOf(':rule/') + ':rule/'.length).split('/');
    const rule = second === undefined ? this.findRule('default', first) : this.findRule(first, second);
    return rule?.arn === arn ? rule : undefined;
  }

  rulesOf(bus: string): Rule[] {
    return [...(this.#rules.get(bus) ?? NONE).values()];
  }

  target(ruleArn: string, targetId: string): { rule: Rule; target: Target } | undefined {
    const rule = this.byArn(ruleArn);
    const target = rule?.targets.find(({ Id }) => Id === targetId);
    return rule && target ? { rule, target } : undefined;
  }

  #remember(bus: Bus): Bus {
    this.#buses.set(bus.name, bus);
    return bus;
  }

  #add(settings: RuleSettings, rule = this.#compiled(settings)): void {
    const ofBus = this.#rules.get(settings.bus) ?? new Map<string, Rule>();
    ofBus.set(settings.name, rule);
    this.#rules.set(settings.bus, ofBus);
  }

  #compiled(settings: RuleSettings): Rule {
    const { patternText, scheduleExpression, bus, name } = settings;
    return {
      ...settings,
      arn: this.ruleArn(bus, name),
      pattern: patternText === undefined ? undefined : parsePattern(patternText),
      schedule: scheduleExpression === undefined ? undefined : compileSchedule(scheduleExpression),
    };
  }
}

/** The settings of a rule without what follows from them. */
export const settingsOfRule = ({ arn: _, pattern: __, schedule: ___, ...settings }: Rule): RuleSettings => settings;
