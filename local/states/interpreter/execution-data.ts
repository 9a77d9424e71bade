import type { JsonObject } from '../language/json.ts';

/** What an event tells of an execution's data, which its owner can have left out. */
const DATA = ['input', 'output', 'parameters', 'assignedVariables'];

/** An event's details without the execution's data, and without the members `also`. */
export const withoutData = (details: JsonObject, also: readonly string[] = []): JsonObject =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !DATA.includes(name) && !also.includes(name)));
