import { connect } from '../../cli/connection.ts';
import type { Bench, Figure } from '../figure.ts';
import { isLive, STAGE, start, withDataFolder } from '../running.ts';
import { median } from '../statistics.ts';
import { type Asked, type Listener, load, openFans } from './load.ts';
import { percentile } from './percentile.ts';
import { type RunTimes, readRunTimes } from './run-times.ts';

/** As many as ask now and then: each asks every three seconds at the steady rate. */
const FANS = 60;

/** What the demo title is asked, plain and otherwise. */
const QUESTIONS = [
  'When can I watch it in Spain?',
  'who plays edda',
  'Where was it filmed?',
  'how long is an episode',
  'Is it suitable for a twelve-year-old?',
  'who wrote the music',
  'will there be a second season',
  'are there subtitles in french',
];

const STEADY = { perSecond: 20, seconds: 30 };

/** Questions a second, one rate after the other, beyond what is taken. */
const RISING = [25, 30, 40, 60, 120];

/** A rate holds while all is taken, and the median answer takes at most this many times what it takes at the steady rate. */
const BENT = 4;

/** From a question to its answer, beside what the steps themselves take; then more and more of them. */
export const chat: Bench = {
  summary:
    'from a question to its answer in the browser, beside the run time of its steps, at 20 a second; then until it bends',
  run: (note) =>
    withDataFolder(async (folder) => {
      note('the demo title is seeded');
      const system = await start(folder, { seeds: true });
      try {
        const connection = await connect({ stage: STAGE, 'aws-port': new URL(system.awsUrl).port });
        await isLive(system.siteUrl);
        const fans = await openFans(system.siteUrl, FANS);
        note('warming up');
        await load(fans, QUESTIONS, { perSecond: 10, seconds: 6 });
        note(`${STEADY.perSecond} questions a second for ${STEADY.seconds} s`);
        const begun = Date.now();
        const steady = await load(fans, QUESTIONS, STEADY);
        const times = await readRunTimes(connection, begun);
        const rates: Figure[] = [];
        const usual = median(answersOf(steady));
        let bent: number | undefined;
        let fansOfAll: readonly Listener[] = fans;
        for (const perSecond of RISING) {
          note(`${perSecond} questions a second`);
          fansOfAll = [...fansOfAll, ...(await openFans(system.siteUrl, FANS, fansOfAll.length))];
          const asked = await load(fansOfAll, QUESTIONS, { perSecond, seconds: 8 });
          rates.push(...figuresOfRate(perSecond, asked));
          const slow = (percentile(answersOf(asked), 0.5) ?? Number.POSITIVE_INFINITY) > BENT * usual;
          if (slow || asked.some(({ status }) => status !== 202)) bent ??= perSecond;
        }
        const bends: Figure = { figure: 'bends at', value: bent, unit: 'questions/s' };
        return [...steadyFigures(steady, times), ...rates, bends, ...soundness(fansOfAll)];
      } finally {
        await system.stop();
      }
    }),
};

const answersOf = (asked: readonly Asked[]): number[] =>
  asked.flatMap(({ sent, answered }) => (answered === undefined ? [] : [answered - sent]));

const steadyFigures = (asked: readonly Asked[], times: RunTimes): Figure[] => {
  const turns = asked.flatMap(({ sent, answered, correlationId = '' }) => {
    const steps = times.get(correlationId);
    if (answered === undefined || !steps) return [];
    const ran = Object.values(steps).reduce((sum, each) => sum + each, 0);
    return [{ total: answered - sent, ran, over: answered - sent - ran, steps }];
  });
  const of = (figure: string, values: readonly number[], share: number, goal?: Figure['goal']): Figure => ({
    figure,
    value: percentile(values, share),
    unit: 'ms',
    ...(goal ? { goal } : {}),
  });
  const over = turns.map((turn) => turn.over);
  const names = Object.keys(turns[0]?.steps ?? {});
  return [
    { figure: 'questions a second', value: STEADY.perSecond, unit: '/s' },
    { figure: 'answered', value: turns.length / asked.length, unit: 'of all', goal: { atLeast: 1 } },
    of(
      'question to answer, median',
      turns.map(({ total }) => total),
      0.5,
    ),
    of(
      'question to answer, 99 %',
      turns.map(({ total }) => total),
      0.99,
    ),
    of(
      'run time of its steps, median',
      turns.map(({ ran }) => ran),
      0.5,
    ),
    ...names.map((name) =>
      of(
        `· ${name}, median`,
        turns.map(({ steps }) => steps[name] ?? 0),
        0.5,
      ),
    ),
    of('what is not their run time, median', over, 0.5, { atMost: 25 }),
    of('what is not their run time, 99 %', over, 0.99, { atMost: 100 }),
  ];
};

const figuresOfRate = (perSecond: number, asked: readonly Asked[]): Figure[] => {
  const taken = asked.filter(({ status }) => status === 202);
  const told = asked.filter(({ status }) => status === 429);
  return [
    { figure: `at ${perSecond}/s: taken`, value: taken.length / asked.length, unit: 'of all' },
    { figure: `at ${perSecond}/s: told to wait (429)`, value: told.length / asked.length, unit: 'of all' },
    {
      figure: `at ${perSecond}/s: taken and answered`,
      value: answersOf(taken).length / Math.max(1, taken.length),
      unit: 'of taken',
      goal: { atLeast: 1 },
    },
    {
      figure: `at ${perSecond}/s: anything else`,
      value: asked.length - taken.length - told.length,
      unit: 'questions',
      goal: { atMost: 0 },
    },
    { figure: `at ${perSecond}/s: question to answer, median`, value: percentile(answersOf(taken), 0.5), unit: 'ms' },
  ];
};

/** Whether every fan was told everything once and in order. */
const soundness = (fans: readonly Listener[]): Figure[] => {
  const wrong = fans.filter(({ told, asked }) => {
    const inOrder = told.every(({ seq }, index) => seq === index + 1);
    const finals = told.flatMap((message) => (message.type === 'final' ? [message.turn] : []));
    const turns = finals.every((turn, index) => turn === index + 1);
    const taken = asked.filter(({ status }) => status === 202).length;
    return !inOrder || !turns || finals.length !== taken;
  });
  return [
    {
      figure: 'conversations with a message lost, doubled or out of order',
      value: wrong.length,
      unit: `of ${fans.length}`,
      goal: { atMost: 0 },
    },
  ];
};
