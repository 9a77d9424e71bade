import { openApi } from '../api.ts';
import { readCases } from '../chat/cases.ts';
import { figures, passes, summary } from '../chat/figures.ts';
import { type Tried, tryCases } from '../chat/try-cases.ts';
import { connect } from '../connection.ts';
import { clean, json, table } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Verb } from '../verb.ts';

/** What a line of the report says of an answer. */
const rowOf = ({ case: { line, locale, question, expected, says }, answer, verdict }: Tried) => [
  verdict,
  line,
  locale,
  question.slice(0, 60),
  expected.join(' | ') || says.join(' | ').slice(0, 60) || 'no answer',
  `${answer.outcome}${answer.sources[0] ? ` ${answer.sources[0].itemId ?? answer.sources[0].path}` : ''}`,
];

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
    const told = values.misses ? tried.filter(({ verdict }) => verdict !== 'hit') : tried;
    if (values.json) {
      out(
        json(
          tried.map(
            ({ case: { line, question, locale, expected, says }, answer: { outcome, text, sources }, verdict }) => ({
              ...{ verdict, line, locale, question, expected, says, outcome, text, sources },
            }),
          ),
        ),
      );
    } else {
      const rows = table(
        ['', 'line', 'in', 'question', 'expected', 'answer'],
        told.map(rowOf),
        'Every answer is right.',
      );
      const parts = [rows, '', summary(tried), '', ...figures(tried)];
      out(parts.map((part) => part.split('\n').map(clean).join('\n')).join('\n'));
    }
    return passes(tried);
  },
};
