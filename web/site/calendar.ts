import type { Frame, Release, TitleView } from './view.ts';

/** A line holds at most 75 octets without its break (RFC 5545, 3.1). */
const OCTETS = 75;

/**
 * The release dates of a title as an iCalendar file (RFC 5545), one event a territory; nothing where no date is known.
 * Its address is the page's path and `calendar.ics`.
 */
export const calendarOf = (frame: Frame, view: TitleView): string | undefined => {
  const dated = view.releases.filter(({ opens }) => opens);
  if (dated.length === 0) return undefined;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Marquee//Release dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(view.name)}`,
    ...dated.flatMap((release) => event(release, frame, view)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
};

const event = ({ territories, name, opens }: Release, { origin, path }: Frame, view: TitleView): string[] => [
  'BEGIN:VEVENT',
  `UID:${text(`${territories.join('-') || 'all'}${path.replace(/[^\w-]+/g, '.')}@${new URL(origin).host}`)}`,
  `DTSTAMP:${utc(view.modified)}`,
  !opens || 'day' in opens ? `DTSTART;VALUE=DATE:${opens?.day.replaceAll('-', '')}` : `DTSTART:${utc(opens.at)}`,
  `SUMMARY:${text(`${view.name} (${name})`)}`,
  `DESCRIPTION:${text(view.logline)}`,
  ...(opens && 'place' in opens ? [`LOCATION:${text(opens.place)}`] : []),
  `URL:${origin}${path}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const utc = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows none of them but the tab
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** Cuts a line before the character that would be too many octets; a line that goes on begins with a space. */
const fold = (line: string): string => {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const more = encoder.encode(sign).byteLength;
    if (octets + more > OCTETS) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += sign;
    octets += more;
  }
  return [...lines, current].join('\r\n');
};
