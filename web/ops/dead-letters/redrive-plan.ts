import type { Target } from '@aws-sdk/client-eventbridge';
import { hashOf } from '../definition/hash.ts';
import { targetKind } from '../events/rules.ts';
import type { System } from '../system/system.ts';
import type { Letter } from './letter.ts';
import { targetInput } from './target-input.ts';

/** How a letter reaches what did not take it. */
export type Redrive =
  | { way: 'start'; machine: string; name: string; input: string; express: boolean }
  | { way: 'invoke'; functionName: string; payload: string; waits: boolean };

/** Terminal: nothing here can be sent again; the message says what to do instead. */
export class CannotRedriveError extends Error {
  override name = 'CannotRedrive';
}

/** Why a letter cannot be redriven from here, in a sentence; undefined where it can. */
export const whyNot = (
  letter: Pick<Letter, 'kind' | 'targetArn' | 'payload' | 'queue'>,
  system: System,
): string | undefined => {
  switch (letter.kind) {
    case 'stream':
      return 'The message tells where the records stand in the table’s stream, not what they are; Lambda reads on behind them. The stream keeps them for 24 hours.';
    case 'schedule':
      return 'The schedule was to put this on the bus, which this console may not. Publish what it names by hand, then discard it.';
    case 'record':
      return relayOf(letter.queue.name, system)
        ? undefined
        : 'The function that set it aside is not among the stage’s.';
    case 'unknown':
      return 'It does not say where it was to go.';
    default: {
      const kind = targetKind(letter.targetArn ?? '');
      if (letter.payload === undefined) return 'The message does not hold what the target was given.';
      if (kind === 'log') return 'It was to be a line of the event log, and nothing else waits for that.';
      return kind === 'workflow' || kind === 'function'
        ? undefined
        : `This console sends nothing to ${letter.targetArn}.`;
    }
  }
};

/** The function that sets records aside into a queue: both are parts of one construct, and begin with its name. */
const relayOf = (queue: string, { functions }: System): string | undefined => {
  const construct = queue.replace(/-dead-letters$/, '');
  return functions.find(({ name }) => name.startsWith(construct))?.physicalId;
};

/**
 * How a letter is redriven: to its target itself, with `edited` in the place of what it was given. An execution has a name
 * made of the event's id, so that twice is once; what was edited is another. Throws `CannotRedriveError`.
 */
export const redriveOf = (
  letter: Letter,
  system: System,
  target: Target | undefined,
  edited: string | undefined,
): Redrive => {
  const reason = whyNot(letter, system);
  const payload = edited ?? letter.payload;
  if (reason !== undefined || payload === undefined) throw new CannotRedriveError(reason);
  if (letter.kind === 'record')
    return { way: 'invoke', functionName: relayOf(letter.queue.name, system) ?? '', payload, waits: true };
  const { targetArn = '', ruleArn = '' } = letter;
  const rule = { arn: ruleArn, name: ruleArn.split('/').at(-1) ?? '' };
  // What Lambda could not carry out is as the function was given it; what EventBridge could not deliver is the event.
  const input = letter.kind === 'rule' && target ? targetInput(payload, target, rule) : payload;
  if (targetKind(targetArn) === 'function')
    return { way: 'invoke', functionName: targetArn, payload: input, waits: false };
  const suffix = edited === undefined ? '' : `-${hashOf(edited)}`;
  return {
    ...{ way: 'start', machine: targetArn, input },
    name: `redrive-${(letter.event?.id ?? letter.id).replace(/[^\w-]/g, '').slice(0, 48)}${suffix.slice(0, 20)}`,
    express: system.workflows.some(({ arn, express }) => arn === targetArn && express),
  };
};

/** The execution that a name of a state machine stands for. */
export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
