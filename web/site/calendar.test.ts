import { describe, expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';
import type { Frame, TitleView } from './view.ts';

const frame = { origin: 'https://site.example', path: '/es/' } as Frame;
const view = {
  name: 'Nine Lamps, Out; a \\ title',
  logline: 'Una a una se apagan las luces de la costa de Carrow, y nadie sabe quién las apaga ni por qué.\nNadie.',
  modified: '2026-11-20T17:30:00Z',
  releases: [
    {
      territories: ['GB', 'IE'],
      name: 'UK',
      opens: { at: '2026-12-04T20:00:00Z', zone: 'Europe/London', place: 'London' },
      links: [],
    },
    { territories: ['FR'], name: 'France', opens: { day: '2027-03-10' }, links: [] },
    { territories: ['US'], name: 'North America', links: [] },
  ],
} as unknown as TitleView;

describe('a calendar', () => {
  const made = calendarOf(frame, view) ?? '';

  test('has an event for each date that is known', () => {
    expect(made.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(made).toContain('\r\nDTSTART:20261204T200000Z\r\n');
    expect(made).toContain('\r\nDTSTART;VALUE=DATE:20270310\r\n');
    expect(made).toContain('\r\nUID:GB-IE.es.@site.example\r\n');
    expect(made).toContain('SUMMARY:Nine Lamps\\, Out\\; a \\\\ title (UK)');
    expect(made.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('has no line longer than 75 octets, and cuts no letter', () => {
    const lines = made.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(made.replaceAll('\r\n ', '')).toContain('nadie sabe quién las apaga ni por qué.\\nNadie.');
  });

  test('is not there where no date is known', () => {
    expect(calendarOf(frame, { ...view, releases: view.releases.slice(2) })).toBeUndefined();
  });
});
