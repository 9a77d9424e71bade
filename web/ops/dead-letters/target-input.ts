import type { Target } from '@aws-sdk/client-eventbridge';

/** What stands in a template beside the event itself. */
export type RuleNamed = { arn: string; name: string };

/**
 * What a rule hands to its target for an event: the event, a part of it, a constant, or a text made from it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export const targetInput = (event: string, target: Target, rule: RuleNamed): string => {
  const { Input, InputPath, InputTransformer } = target;
  if (Input !== undefined) return Input;
  if (InputPath === undefined && InputTransformer === undefined) return event;
  const value: unknown = JSON.parse(event);
  if (InputPath !== undefined) return JSON.stringify(select(value, InputPath) ?? {});
  const { InputPathsMap = {}, InputTemplate = '' } = InputTransformer ?? {};
  const values = new Map<string, unknown>([
    ['aws.events.rule-arn', rule.arn],
    ['aws.events.rule-name', rule.name],
    // When it came to the bus: a dead letter tells that by the event's own time.
    ['aws.events.event.ingestion-time', select(value, '$.time')],
    ['aws.events.event.json', value],
    ['aws.events.event', withoutDetail(value)],
  ]);
  for (const [name, path] of Object.entries(InputPathsMap)) values.set(name, select(value, path));
  return InputTemplate.replace(/<([\w.-]+)>/g, (placeholder, name: string, offset: number) => {
    if (!values.has(name)) return placeholder;
    const found = values.get(name);
    // Within a string a value stands as plain text; on its own it stands as JSON.
    return isInString(InputTemplate, offset) ? plain(found) : (JSON.stringify(found) ?? '""');
  });
};

const withoutDetail = (event: unknown): unknown => {
  const { detail: _, ...envelope } = event as Record<string, unknown>;
  return envelope;
};

/** Follows a path of names and indexes, such as `$.detail.items[0].name`. */
const select = (value: unknown, path: string): unknown => {
  let current = value;
  for (const step of path.replace(/^\$/, '').match(/[^.[\]'"]+/g) ?? []) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string, unknown>)[step];
  }
  return current;
};

const plain = (value: unknown): string =>
  JSON.stringify(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(1, -1);

const isInString = (template: string, place: number): boolean =>
  (template.slice(0, place).replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1;
