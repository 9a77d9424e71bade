import { openApi } from '../api.ts';
import { readCases } from '../chat/cases.ts';
import { type Tried, tryCases } from '../chat/try-cases.ts';
import { connect } from '../connection.ts';
import { clean, json, table } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Verb } from '../verb.ts';

/** What a line of the report says of an answer. */
const rowOf = ({ case: { line, locale, question, expected }, answer, verdict }: Tried) => [
  verdict,
  line,
  locale,
  question.slice(0, 60),
  expected.join(' | ') || 'no answer',
  `${answer.outcome}${answer.sources[0] ? ` ${answer.sources[0].itemId ?? answer.sources[0].path}` : ''}`,
];

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);

/** How many of each kind were right. */
const summary = (tried: readonly Tried[]): string => {
  const groups = Object.groupBy(
    tried,
    ({ case: { kind, expected } }) => kind ?? (expected.length > 0 ? 'answerable' : 'not to be answered'),
  );
  const rows = Object.entries(groups).map(([kind, all = []]) => {
    const count = (verdict: string): number => all.filter((each) => each.verdict === verdict).length;
    return [kind, all.length, count('hit'), count('near'), count('miss'), percent(count('hit'), all.length)];
  });
  return table(['kind', 'questions', 'hits', 'near', 'misses', 'right'], rows, '');
};

export const chatTest: Verb = {
  usage: 'chat-test CASES.csv [--territory GB] [--misses]',
  summary:
    'ask the questions of a file (question, expected, locale) and tell hits, near misses and misses; --misses: those alone',
  options: { territory: { type: 'string' }, misses: { type: 'boolean' } },
  async run({ values, positionals, out }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError(`Usage: npm run marquee -- ${chatTest.usage}`);
    const cases = await readCases(file);
    if (cases.length === 0) throw new UsageError(`${file} has no questions below its line of headings.`);
    const tried = await tryCases(await openApi(await connect(values)), cases, values.territory);
    const wanted = tried.filter(({ case: { expected } }) => expected.length > 0);
    const unwanted = tried.filter(({ case: { expected } }) => expected.length === 0);
    const right = (some: readonly Tried[]): number => some.filter(({ verdict }) => verdict === 'hit').length;
    const told = values.misses ? tried.filter(({ verdict }) => verdict !== 'hit') : tried;
    const perfect = right(unwanted) === unwanted.length;
    if (values.json) {
      out(
        json(
          tried.map(({ case: { line, question, locale, expected }, answer: { outcome, text, sources }, verdict }) => ({
            ...{ verdict, line, locale, question, expected, outcome, text, sources },
          })),
        ),
      );
    } else {
      const rows = table(
        ['', 'line', 'in', 'question', 'expected', 'answer'],
        told.map(rowOf),
        'Every answer is right.',
      );
      const first = `Right source first: ${right(wanted)} of ${wanted.length} (${percent(right(wanted), wanted.length)}).`;
      const never = `Not answered what must not be: ${right(unwanted)} of ${unwanted.length}.`;
      out(
        [rows, '', summary(tried), '', first, never].map((part) => part.split('\n').map(clean).join('\n')).join('\n'),
      );
    }
    return perfect && right(wanted) >= 0.9 * wanted.length;
  },
};
