import type { Event } from './event.ts';
import type { Rule, Target } from './rules.ts';

/** What a target gets: the event, a part of it, a constant, or a text made from it. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export const inputFor = (event: Event, target: Target, rule: Rule, now: string): string => {
  if (target.input !== undefined) return target.input;
  if (target.inputPath !== undefined) return JSON.stringify(select(event, target.inputPath) ?? {});
  if (target.inputTransformer) return transform(event, target.inputTransformer, rule, now);
  return JSON.stringify(event);
};

/** Follows a JSONPath of names and indexes, such as `$.detail.items[0].name`. */
const select = (value: unknown, path: string): unknown => {
  const steps = path.replace(/^\$/, '').match(/[^.[\]'"]+/g) ?? [];
  return steps.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[step] : undefined,
    value,
  );
};

type Transformer = NonNullable<Target['inputTransformer']>;

const transform = (
  event: Event,
  { InputPathsMap = {}, InputTemplate }: Transformer,
  rule: Rule,
  now: string,
): string => {
  const values: Record<string, unknown> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event.ingestion-time': now,
    'aws.events.event': event,
    'aws.events.event.json': event,
  };
  for (const [name, path] of Object.entries(InputPathsMap)) values[name] = select(event, path);
  return InputTemplate.replace(/("?)<([\w.-]+)>("?)/g, (whole, before: string, name: string, after: string) => {
    if (!(name in values)) return whole;
    const value = values[name];
    if (before && after) return JSON.stringify(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
    // Inside a longer string a value stands as plain text; on its own it stands as JSON.
    const text = insideString(InputTemplate, whole) ? plain(value) : (JSON.stringify(value) ?? '""');
    return `${before}${text}${after}`;
  });
};

const plain = (value: unknown): string =>
  JSON.stringify(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(1, -1);

/** Whether a placeholder stands between quotation marks together with other text. */
const insideString = (template: string, placeholder: string): boolean => {
  const before = template.slice(0, template.indexOf(placeholder));
  return (before.replace(/\\"/g, '').match(/"/g)?.length ?? 0) % 2 === 1;
};
