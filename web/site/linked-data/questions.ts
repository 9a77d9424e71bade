import { plainText } from '../markdown.ts';
import type { Question } from '../view.ts';
import type { LinkedData } from './node.ts';

/** Questions with their answers; nothing where there are none. */
export const questionsNode = (questions: readonly Question[]): LinkedData[] =>
  questions.length === 0
    ? []
    : [
        {
          '@type': 'FAQPage',
          mainEntity: questions.map(({ question, answer }) => ({
            '@type': 'Question',
            name: question,
            acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
          })),
        },
      ];
