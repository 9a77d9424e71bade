import { clean } from '../print.ts';
import type { Answer, Message } from './conversation.ts';

/** An answer as a terminal shows it: its paragraphs, where the site says so, and what else can be asked. */
export const shownAnswer = ({ text, sources, suggestions }: Answer, siteUrl: string): string => {
  const paragraphs = text.split('\n').map(clean).join('\n');
  const from = sources.map(
    ({ title, heading, path }) => `  → ${clean(heading ? `${title}: ${heading}` : title)}  ${new URL(path, siteUrl)}`,
  );
  const more = suggestions.flatMap(({ do: what, question }) =>
    what === 'ask' && question ? [`  ? ${clean(question)}`] : [],
  );
  return [paragraphs, ...from, ...more].join('\n');
};

/** What else a fan is told besides answers; undefined for what is only on its way. */
export const shownMessage = ({ type, text }: Message): string | undefined => {
  if (type === 'hand-over') return clean(text ?? '');
  return type === 'closed' ? 'Nobody asked anything for a while, so the conversation was closed.' : undefined;
};
