import { afterEach, describe, expect, test } from 'vitest';
import { composeAnswer } from '../compose-answer/step.ts';
import { TurnLostError } from '../stream-parts.ts';
import { brokenOff, failing, type ModelReply, whole } from '../testing/bedrock-stub.ts';
import { evidenceOf, OPENS, startTalk, type Talk, understoodAs } from '../testing/talk.ts';
import { FIRST_WORD, LAST_WORD, LINGER } from './in-time.ts';

const talks: Talk[] = [];
afterEach(() => Promise.all(talks.splice(0).map((talk) => talk.close())));

const start = async (...given: Parameters<typeof startTalk>): Promise<Talk> => {
  const talk = await startTalk(...given);
  talks.push(talk);
  return talk;
};

const extractive = await composeAnswer({ understood: understoodAs() });
const FIRST = 'It opens on Friday 4 December at 20:00.';
const SECOND = ' On that day two episodes come.';

describe('an answer of the model', () => {
  test('is told sentence by sentence, each when it is whole, and kept as a whole', async () => {
    const talk = await start(
      whole(['It op', 'ens on Fri', 'day 4 December at 20', ':00.', ' On that da', 'y two episodes come', '.\n']),
    );
    expect(await talk.compose()).toEqual({ ...extractive, text: FIRST + SECOND });
    expect(talk.told).toEqual([FIRST, SECOND]);
    expect(await talk.parts()).toEqual(talk.told);
    expect(talk.lines).toEqual([{ composer: 'model', inputTokens: 321, outputTokens: 12 }]);
    expect(talk.timers.count()).toBe(0);
  });

  test('names the sources that the extractive one names', async () => {
    const talk = await start(whole([FIRST]));
    const { sources, locale, outcome } = await talk.compose();
    expect({ sources, locale, outcome }).toMatchObject({
      sources: [{ itemId: 'when' }],
      locale: 'en',
      outcome: 'answer',
    });
  });

  test('is whole although the stream does not say what it took', async () => {
    const talk = await start({ ...whole([FIRST]), frames: whole([FIRST]).frames.slice(0, -1), ending: 'silence' });
    const answer = talk.compose();
    await talk.stub.asked;
    await expect.poll(() => talk.timers.runOut(LINGER)).toBe(1);
    expect((await answer).text).toBe(FIRST);
    expect(talk.lines).toEqual([{ composer: 'model' }]);
  });
});

describe('the extractive answer takes over', () => {
  const stream = (...pieces: string[]) => whole(pieces);
  test.each<[string, ModelReply, string, string[]]>([
    ['an invented name', stream(FIRST, ' It stars Zebulon Quirk.'), 'unfounded', [FIRST]],
    ['an invented number', stream('It opens on Friday 5 December.'), 'unfounded', []],
    [
      'an invented sentence behind a true one',
      stream(FIRST, ' Two', ' episodes come. Bring seven umbrellas and a lantern.'),
      'unfounded',
      [FIRST, ' Two episodes come.'],
    ],
    ['a link', stream(`${FIRST} See https://tickets.example/now for more.`), 'unfounded', [FIRST]],
    ['markup', stream('It opens on **Friday 4 December**.'), 'unfounded', []],
    ['talk of its instructions', stream('My instructions say that it opens on Friday.'), 'unfounded', []],
    ['that it does not know', stream('UNKNOWN'), 'declined', []],
    ['that it does not know, in words', stream("I'm sorry, I don't know that."), 'declined', []],
    [
      'a refusal in the middle',
      stream(FIRST, ' I cannot', ' say more about it. Two episodes come.'),
      'declined',
      [FIRST],
    ],
    ['nothing', stream(' \n'), 'empty', []],
    ['more than it may', whole([FIRST, ' Two episodes come on'], 'max_tokens'), 'max_tokens', [FIRST]],
    ['what the guardrail stops', whole([FIRST], 'guardrail_intervened'), 'guardrail_intervened', []],
    ['what the model’s own filter stops', whole([FIRST], 'content_filtered'), 'content_filtered', []],
    [
      'half an answer, and then an exception',
      failing('modelStreamErrorException', [FIRST, ' Two']),
      'ModelStreamErrorException',
      [FIRST],
    ],
    [
      'half an answer, and is throttled',
      failing('throttlingException', [FIRST, ' Two']),
      'ThrottlingException',
      [FIRST],
    ],
    ['half an answer, and ends', brokenOff('end', [FIRST, ' Two']), 'broken-off', [FIRST]],
    ['half an answer, and the connection is reset', brokenOff('reset', [FIRST, ' Two']), 'ECONNRESET', [FIRST]],
    [
      'not a word, because there is no such model',
      { refused: { status: 404, type: 'ResourceNotFoundException' } },
      'ResourceNotFoundException',
      [],
    ],
    [
      'not a word, because it is not granted',
      { refused: { status: 403, type: 'AccessDeniedException' } },
      'AccessDeniedException',
      [],
    ],
    [
      'not a word, because it is asked too much',
      { refused: { status: 429, type: 'ThrottlingException' } },
      'ThrottlingException',
      [],
    ],
  ])('where the model says %s', async (_, reply, why, told) => {
    const talk = await start(reply);
    expect(await talk.compose()).toEqual(extractive);
    expect(talk.lines).toEqual([expect.objectContaining({ composer: 'extractive', why })]);
    expect(talk.told).toEqual(told);
    expect(JSON.stringify(talk.lines)).not.toMatch(/Friday|Zebulon|sorry/);
    expect(talk.timers.count()).toBe(0);
  });

  test('where the model is silent before its first word, and the connection is ended', async () => {
    const talk = await start(brokenOff('silence'));
    const answer = talk.compose();
    const request = await talk.stub.asked;
    expect(talk.timers.runOut(FIRST_WORD)).toBe(1);
    expect(await answer).toEqual(extractive);
    await request.over;
    expect([talk.lines, talk.told]).toEqual([[{ composer: 'extractive', why: 'silent' }], []]);
  });

  test('where the model falls silent in the middle, and the connection is ended', async () => {
    const talk = await start(brokenOff('silence', [FIRST, ' Two episodes']));
    const once = talk.toldOnce();
    const answer = talk.compose();
    await once;
    expect(talk.timers.runOut(FIRST_WORD)).toBe(0);
    expect(talk.timers.runOut(LAST_WORD)).toBe(1);
    expect(await answer).toEqual(extractive);
    await (await talk.stub.asked).over;
    expect([talk.lines, talk.told]).toEqual([[{ composer: 'extractive', why: 'slow' }], [FIRST]]);
  });

  test('where a sentence fails, and nothing more is read', async () => {
    const reply = whole(['It opens on Friday 5 December. Two']);
    const talk = await start({ ...reply, frames: reply.frames.slice(0, 2), ending: 'silence' });
    expect(await talk.compose()).toEqual(extractive);
    await (await talk.stub.asked).over;
  });

  test('where there are parts already that an earlier attempt told; the model is not asked again', async () => {
    const talk = await start(whole([FIRST]));
    await talk.compose();
    expect(await talk.compose()).toEqual(extractive);
    expect(talk.stub.requests).toHaveLength(1);
    expect(await talk.parts()).toEqual([FIRST]);
    expect(talk.lines.at(-1)).toEqual({ composer: 'extractive', why: 'tried-again' });
  });
});

describe('a question that is not answered from sources', () => {
  test.each(['unknown', 'clarify', 'sealed', 'out-of-scope', 'refused', 'small-talk', 'person'] as const)(
    'and is %s never reaches the model',
    async (outcome) => {
      const talk = await start(whole([FIRST]));
      const understood = understoodAs({ outcome, evidence: [] });
      expect(await talk.compose(understood)).toEqual(await composeAnswer({ understood }));
      expect(talk.stub.requests).toEqual([]);
    },
  );
});

describe('a turn that is somebody else’s by now', () => {
  const takeOver = async ({ world, turn }: Talk): Promise<void> => {
    world.clock.now += 10 * 60_000;
    await world.steps.begin({ ...turn, holder: 'another execution' });
  };

  test('is left to them, whatever the model says', async () => {
    const talk = await start(whole([FIRST]));
    await takeOver(talk);
    await expect(talk.compose()).rejects.toThrow(TurnLostError);
    expect(await talk.parts()).toEqual([]);
  });

  test('and is answered already is not asked the model for', async () => {
    const talk = await start(whole([FIRST]));
    await takeOver(talk);
    const answer = { ...extractive, text: OPENS };
    await talk.world.steps.deliver({ ...talk.turn, holder: 'another execution', answer, siteVersion: 1, locale: 'en' });
    await expect(talk.compose()).rejects.toThrow(TurnLostError);
    expect(talk.stub.requests).toEqual([]);
  });

  test('and was forgotten is not either', async () => {
    const talk = await start(whole([FIRST]));
    await talk.world.table.forget(talk.turn.conversationId);
    await expect(talk.compose()).rejects.toThrow(TurnLostError);
    expect(talk.stub.requests).toEqual([]);
  });
});

test('an answer in Spanish is checked by its evidence in Spanish', async () => {
  const text = 'Se estrena el viernes 4 de diciembre a las 20:00. Ese día llegan dos episodios.';
  const talk = await start(whole(['Se estrena el viernes 4 de dici', 'embre a las 20:00. Lle', 'gan dos episodios.']));
  const answer = await talk.compose(understoodAs({ locale: 'es', question: '¿Cuándo?', evidence: [evidenceOf(text)] }));
  expect(answer).toMatchObject({
    locale: 'es',
    text: 'Se estrena el viernes 4 de diciembre a las 20:00. Llegan dos episodios.',
  });
  expect(talk.told).toHaveLength(2);
});
