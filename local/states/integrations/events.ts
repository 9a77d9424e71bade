import { isObject, type Json } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';

/** An entry's detail may be JSON, which the API wants as text. */
const entry = (value: Json): Json =>
  isObject(value) && value.Detail !== undefined && typeof value.Detail !== 'string'
    ? { ...value, Detail: JSON.stringify(value.Detail) }
    : value;

/** `arn:aws:states:::events:putEvents`. The task fails where the bus refused any entry. */
export const events: Integration = {
  resourceType: 'events',
  service: 'events',
  patterns: patternsOf({ putEvents: ['RequestResponse', 'waitForTaskToken'] }),
  request: (input) => ({ ...input, ...(Array.isArray(input.Entries) ? { Entries: input.Entries.map(entry) } : {}) }),
  result: (answer) => {
    if (Number(answer.FailedEntryCount ?? 0) > 0)
      throw new StateError('EventBridge.FailedEntry', JSON.stringify(answer));
    return answer;
  },
  failure: optimisedFailure('EventBridge', 'AmazonEventBridgeException', 'AmazonEventBridge'),
};
