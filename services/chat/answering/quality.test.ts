import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
// biome-ignore lint/style/noRestrictedImports: the cases are judged here as the command line judges them
import { type Case, conversationsOf, readCases } from '../../../cli/chat/cases.ts';
// biome-ignore lint/style/noRestrictedImports: as above
import { judge } from '../../../cli/chat/judge.ts';
import type { Answer } from '../model/answer.ts';
import { seedKnowledge } from '../testing/seed-knowledge.ts';
import { check } from './check.ts';
import { compose } from './compose.ts';
import { openKnowledge } from './library.ts';
import { understand } from './understand.ts';
import type { RecentTurn, Understood } from './understood.ts';

const QUESTIONS = fileURLToPath(new URL('../../../cli/seed/questions.csv', import.meta.url));

/** Of the answers whose first source has to be right. */
const LEAST_RIGHT = 0.9;

type Judged = { asked: Case; understood: Understood; answer: Answer; milliseconds: number };

let judged: Judged[];
beforeAll(async () => {
  const libraries = new Map([...(await seedKnowledge())].map(([locale, each]) => [locale, openKnowledge(each)]));
  judged = conversationsOf(await readCases(QUESTIONS)).flatMap((cases) => {
    const recent: RecentTurn[] = [];
    return cases.map((asked) => {
      const begun = performance.now();
      const understood = understand(
        { text: asked.question, locale: asked.locale, recent: recent.slice(-6) },
        libraries,
      );
      const answer = compose(understood);
      const milliseconds = performance.now() - begun;
      const { outcome, sources, suggestions } = answer;
      recent.push({ question: asked.question, asked: understood.question, outcome, sources, suggestions });
      return { asked, understood, answer, milliseconds };
    });
  });
});

const isRight = ({ asked, answer }: Judged): boolean => judge({ ...asked, contains: [] }, answer) === 'hit';

const told = ({ asked, answer }: Judged): string =>
  `line ${asked.line}, ${asked.question}: expected ${asked.expected.join(' or ') || 'no answer'}, got ${answer.outcome} from ${answer.sources.map(({ itemId }) => itemId).join(', ') || 'nowhere'}: ${answer.text}`;

test.each(['en', 'es', undefined])('nine answers of ten are taken from the right source first (%s)', (locale) => {
  const all = judged.filter(({ asked }) => asked.expected.length > 0 && (!locale || asked.locale === locale));
  const wrong = all.filter((each) => !isRight(each));
  expect(all.length).toBeGreaterThan(50);
  expect(1 - wrong.length / all.length, wrong.map(told).join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
});

test('nothing is answered that must not be', () => {
  const answered = judged.filter((each) => each.asked.expected.length === 0 && !isRight(each));
  expect(answered.map(told)).toEqual([]);
});

test('every answer says only what its sources say', () => {
  for (const { asked, understood, answer } of judged) {
    if (answer.outcome === 'answer') expect(check(answer.text, understood.evidence), asked.question).toEqual([]);
  }
});

test('no answer has a word of what is sealed', () => {
  const everything = JSON.stringify(judged.map(({ understood, answer }) => ({ understood, answer }))).toLowerCase();
  for (const title of [
    'a word in the dark',
    'dead reckoning',
    'slack water',
    'the tenth light',
    'agua quieta',
    'a la estima',
  ])
    expect(everything).not.toContain(title);
});

test('an answer takes a few milliseconds, and its evidence stays small', () => {
  const times = judged.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(15);
  for (const { understood } of judged) {
    expect(understood.evidence.length).toBeLessThanOrEqual(5);
    expect(Buffer.byteLength(JSON.stringify(understood.evidence))).toBeLessThan(8_192);
    expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
  }
});
