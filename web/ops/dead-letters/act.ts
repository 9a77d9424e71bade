import { type Action, recordAction } from '../actions/record-action.ts';
import { AwsCallError, call } from '../aws/call.ts';
import { readTargets } from '../events/use-rules.ts';
import type { System } from '../system/system.ts';
import type { Letter } from './letter.ts';
import { deleteLetter, giveBack, NotThereError, takeLetters } from './read-queue.ts';
import { executionArn, type Redrive, redriveOf } from './redrive-plan.ts';

/** What came of something that was done to a letter. It stays beside the letter, also when the message is gone. */
export type Outcome = {
  at: number;
  /** Whether the message has left its queue. */
  gone: boolean;
} & (
  | { is: 'started'; execution: string; again: boolean; edited: boolean }
  | { is: 'accepted'; functionName: string; edited: boolean }
  | { is: 'answered'; functionName: string; answer: string }
  | { is: 'discarded'; reason: string }
  | { is: 'failed'; error: string; says: string }
);

export type Doer = { role: string; person?: string };

const NOT_THERE =
  'The message is not to be had: somebody else works on it right now, or has done so already. Read the queue again in two minutes.';

const failed = (error: unknown, gone = false): Outcome => {
  const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
  return { at: Date.now(), gone, is: 'failed', error: name, says: message };
};

const send = async (redrive: Redrive): Promise<(edited: boolean) => Outcome> => {
  const done = { at: Date.now(), gone: true };
  if (redrive.way === 'start') {
    const { machine, name, input } = redrive;
    try {
      const started = await call('states', 'StartExecution', { stateMachineArn: machine, name, input });
      return (edited) => ({ ...done, is: 'started', execution: started.executionArn ?? '', again: false, edited });
    } catch (error) {
      // It was redriven before, and the message was left: its execution is there under the same name.
      if (!(error instanceof AwsCallError && error.name === 'ExecutionAlreadyExists')) throw error;
      return (edited) => ({ ...done, is: 'started', execution: executionArn(machine, name), again: true, edited });
    }
  }
  const { functionName, payload, waits } = redrive;
  const answer = await call('lambda', 'Invoke', {
    FunctionName: functionName,
    InvocationType: waits ? 'RequestResponse' : 'Event',
    Payload: new TextEncoder().encode(payload),
  });
  if (!waits) return (edited) => ({ ...done, is: 'accepted', functionName, edited });
  const text = new TextDecoder().decode(answer.Payload ?? new Uint8Array());
  if (answer.FunctionError !== undefined || /"batchItemFailures":\[\{/.test(text))
    throw Object.assign(new Error(text), { name: answer.FunctionError ?? 'NotTaken' });
  return () => ({ ...done, is: 'answered', functionName, answer: text });
};

const targetOf = async ({ kind, ruleArn, targetArn }: Letter) => {
  if (kind !== 'rule' || ruleArn === undefined) return undefined;
  const [, bus, rule] = /:rule\/(?:(.+)\/)?([^/]+)$/.exec(ruleArn) ?? [];
  const targets = await readTargets(bus, rule ?? '');
  return targets.find(({ Arn }) => Arn === targetArn);
};

type Context = { system: System; doer: Doer };

/** Sends a held letter to its target; only once that has taken it, the message goes. */
const redriveHeld = async (letter: Letter, { system, doer }: Context, edited: string | undefined): Promise<Outcome> => {
  let taken: ((edited: boolean) => Outcome) | undefined;
  try {
    const redrive = redriveOf(letter, system, await targetOf(letter), edited);
    if (edited !== undefined) await record(letter, system, doer, 'edit-dead-letter', 'Edited, then redriven');
    taken = await send(redrive);
    await deleteLetter(letter);
    return taken(edited !== undefined);
  } catch (error) {
    if (!taken) {
      await giveBack(letter);
      return failed(error);
    }
    // The target has it. Another redrive of the message would be the same execution again.
    return { ...taken(edited !== undefined), gone: false };
  }
};

const record = (letter: Letter, system: System, doer: Doer, action: Action['action'], reason: string): Promise<void> =>
  recordAction(system.outputs.OperatorLogGroup ?? '', {
    ...{ action, ...doer, reason, body: letter.body },
    on: {
      ...{ queue: letter.queue.name, message: letter.id, error: letter.error, subject: letter.subject },
      ...(letter.ruleArn && { rule: letter.ruleArn }),
      ...(letter.targetArn && { target: letter.targetArn }),
      sentAt: new Date(letter.sentAt).toISOString(),
    },
  });

/** Does something with each letter of one queue, one after the other, each held by us alone; tells each outcome as it comes. */
const each = async (
  letters: readonly Letter[],
  work: (letter: Letter) => Promise<Outcome>,
  tell: (id: string, outcome: Outcome) => void,
): Promise<void> => {
  let held: Map<string, Letter>;
  try {
    held = await takeLetters(letters);
  } catch (error) {
    for (const { id } of letters) tell(id, failed(error));
    return;
  }
  for (const { id } of letters) {
    const letter = held.get(id);
    tell(id, letter ? await work(letter) : failed(new NotThereError(NOT_THERE)));
  }
};

/** As many as are surely through before the first is shown to others again. */
const AT_ONCE = 10;

const inQueues = async (
  letters: readonly Letter[],
  work: (letter: Letter) => Promise<Outcome>,
  tell: (id: string, outcome: Outcome) => void,
): Promise<void> => {
  const queues = Map.groupBy(letters, ({ queue }) => queue.url);
  for (const members of queues.values())
    for (let at = 0; at < members.length; at += AT_ONCE) await each(members.slice(at, at + AT_ONCE), work, tell);
};

/** Redrives letters, each to its own target; one of them may be edited. Never throws: what fails is told as an outcome. */
export const redriveLetters = (
  letters: readonly Letter[],
  context: Context,
  tell: (id: string, outcome: Outcome) => void,
  edited?: string,
): Promise<void> => inQueues(letters, (letter) => redriveHeld(letter, context, edited), tell);

/** Writes letters down whole, with the reason, then deletes them. Never throws: what fails is told as an outcome. */
export const discardLetters = (
  letters: readonly Letter[],
  { system, doer }: Context,
  reason: string,
  tell: (id: string, outcome: Outcome) => void,
): Promise<void> =>
  inQueues(
    letters,
    async (letter) => {
      try {
        await record(letter, system, doer, 'discard-dead-letter', reason);
        await deleteLetter(letter);
        return { at: Date.now(), gone: true, is: 'discarded', reason };
      } catch (error) {
        await giveBack(letter);
        return failed(error);
      }
    },
    tell,
  );
