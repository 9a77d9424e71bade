import type { Event } from './event.ts';
import type { Rule, Target } from './rule.ts';

/** What a target gets: the event, a part of it, a constant, or a text made from it. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export const inputFor = (event: Event, target: Target, rule: Rule, now: string): string => {
  const { Input, InputPath, InputTransformer } = target;
  if (Input !== undefined) return Input;
  if (InputPath !== undefined) return JSON.stringify(select(event, InputPath) ?? {});
  if (InputTransformer) return transform(event, InputTransformer, rule, now);
  return JSON.stringify(event);
};

/** Follows a JSONPath of names and indexes, such as `$.detail.items[0].name`. */
const select = (value: unknown, path: string): unknown => {
  const steps = path.replace(/^\$/, '').match(/[^.[\]'"]+/g) ?? [];
  return steps.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null && Object.hasOwn(current, step)
        ? (current as Record<string, unknown>)[step]
        : undefined,
    value,
  );
};

type Transformer = NonNullable<Target['InputTransformer']>;

const transform = (
  event: Event,
  { InputPathsMap = {}, InputTemplate }: Transformer,
  rule: Rule,
  now: string,
): string => {
  const { detail: _, ...envelope } = event;
  const values = new Map<string, unknown>([
    ['aws.events.rule-arn', rule.arn],
    ['aws.events.rule-name', rule.name],
    ['aws.events.event.ingestion-time', now],
    ['aws.events.event', envelope],
    ['aws.events.event.json', event],
  ]);
  for (const [name, path] of Object.entries(InputPathsMap)) values.set(name, select(event, path));
  return InputTemplate.replace(/<([\w.-]+)>/g, (placeholder, name: string, offset: number) => {
    if (!values.has(name)) return placeholder;
    const value = values.get(name);
    // Inside a string a value stands as plain text; on its own it stands as JSON.
    return insideString(InputTemplate, offset) ? plain(value) : (JSON.stringify(value) ?? '""');
  });
};

const plain = (value: unknown): string =>
  JSON.stringify(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(1, -1);

/** Whether a place of a template stands between quotation marks. */
const insideString = (template: string, place: number): boolean =>
  (template.slice(0, place).replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1;
