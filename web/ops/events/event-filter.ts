import type { BusEvent } from './event.ts';

/** What the list is narrowed to; what is missing admits all. */
export type EventFilter = { source?: string; type?: string; text?: string };

/** A term that a line has to have as it stands, in a filter pattern of CloudWatch Logs; quotes of the text are those of JSON. */
export const term = (text: string): string => JSON.stringify(JSON.stringify(text).slice(1, -1));

const quoted = (text: string): string => `"${text.replace(/["\\]/g, (letter) => `\\${letter}`)}"`;

/** The pattern that finds at least the events of a filter. A text and members cannot stand in one pattern: the text goes before. */
export const patternOf = ({ source, type, text }: EventFilter): string | undefined => {
  if (text) return term(text);
  const conditions = [
    ...(source ? [`$.source = ${quoted(source)}`] : []),
    ...(type ? [`$.detail-type = ${quoted(type)}`] : []),
  ];
  return conditions.length === 0 ? undefined : `{ ${conditions.join(' && ')} }`;
};

/** Whether an event is one of those that the filter admits. */
export const admits = ({ source, type, text }: EventFilter, event: BusEvent): boolean =>
  (!source || event.source === source) &&
  (!type || event.detailType === type) &&
  (!text || event.text.includes(JSON.stringify(text).slice(1, -1)));

/** Says the filter in words: `AssetUploaded of marquee.ingest with “4c1e”`. */
export const describeFilter = ({ source, type, text }: EventFilter): string =>
  [type ?? (source || text ? 'events' : ''), source && `of ${source}`, text && `with “${text}”`]
    .filter(Boolean)
    .join(' ');
