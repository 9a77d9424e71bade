import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { parsePattern } from '../pattern/pattern.ts';
import { PATTERN } from '../shapes.ts';

const SHAPE = { EventPattern: needed(PATTERN), Event: needed(text()) };

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
const MANDATORY = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

type Input = { EventPattern: string; Event: string };

/** Whether a pattern matches an event. */
export const testEventPattern = (): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'events:TestEventPattern', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const matches = parsePattern(input.EventPattern);
    return { Result: matches(eventOf(input.Event)) };
  },
});

const eventOf = (given: string): object => {
  const refuse = (why: string): AwsError =>
    new AwsError('ValidationException', `Parameter Event is not valid. Reason: ${why}`, 400);
  let event: unknown;
  try {
    event = JSON.parse(given);
  } catch {
    throw refuse('it is not JSON.');
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw refuse('it is not an object.');
  const missing = MANDATORY.find((member) => !Object.hasOwn(event as object, member));
  if (missing !== undefined) throw refuse(`${missing} is a mandatory field.`);
  return event;
};
