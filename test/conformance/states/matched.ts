import { exceptionOf, textOf } from './call.ts';
import { type ApiStep, type Json, type JsonObject, operationOf, type Step } from './recording.ts';
import type { Answers } from './run-case.ts';

/** What a case compares with its recording: an answer, or what a template makes of several. */
export const matched = (
  answers: Answers,
  steps: readonly Step[],
  refs: readonly number[],
  template: Json,
  expected: Json,
): Json | undefined => {
  const { error, response } = answers[refs[0] ?? -1] ?? {};
  const operation = operationOf(steps[refs[0] ?? -1] as ApiStep);
  if (template === null && typeof expected === 'string' && error) return textOf(operation, error);
  if (template === null) return response;
  if (Array.isArray(template))
    return template.map((item, index) => filled(item, answers[refs[index] ?? -1]?.response)) as Json[];
  return error ? exceptionOf(operation, error) : response;
};

/** A template whose texts `<$.path>` are what stands there in an answer. */
const filled = (template: Json, response: Json | undefined): Json | undefined => {
  if (typeof template === 'object' && template !== null && !Array.isArray(template))
    return Object.fromEntries(
      Object.entries(template).map(([name, value]) => [name, filled(value, response) ?? null]),
    ) as JsonObject;
  const [, path] = typeof template === 'string' ? (/^<\$\.(.+)>$/.exec(template) ?? []) : [];
  if (path === undefined) return template;
  let found: (Json | undefined)[] = [response];
  for (const part of path.split('.')) {
    const [, name = '', all] = /^(\w+)(\[\*\])?$/.exec(part) ?? [];
    found = found.flatMap((value) => {
      const inner = (value as JsonObject | undefined)?.[name];
      return inner === undefined ? [] : all && Array.isArray(inner) ? inner : [inner];
    });
  }
  return found[0];
};
