import type { AwsError } from '../../aws/error.ts';
import type { Json, JsonObject } from '../language/json.ts';
import type { StateError } from '../language/state-error.ts';

/** How a task waits for what it started. */
export type Pattern = 'RequestResponse' | 'sync' | 'sync:2' | 'waitForTaskToken' | 'activity';

/** An AWS service as Step Functions reaches it. */
export type Integration = {
  /** What history calls it, such as `lambda` or `aws-sdk:dynamodb`. */
  resourceType: string;
  /** The service's signing name, by which `Cloud` knows it. */
  service: string;
  /** The actions, as they stand in a Resource, with the patterns that AWS has for each; a function where any will do. */
  patterns(action: string): readonly Pattern[];
  /** Turns the task's arguments into the input of the API operation. */
  request(input: JsonObject): JsonObject;
  /**
   * Turns the operation's answer, which came at `at` (milliseconds since the epoch), into the task's result.
   * Throws `StateError` where the answer tells of a failure.
   */
  result(answer: JsonObject, at: number): Json;
  /** Names an error of the API as Step Functions does. */
  failure(error: AwsError): StateError;
};

/** Patterns by action, for `Integration.patterns`. */
export const patternsOf =
  (actions: Readonly<Record<string, readonly Pattern[]>>) =>
  (action: string): readonly Pattern[] =>
    actions[action] ?? [];
