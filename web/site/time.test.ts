import { describe, expect, test } from 'vitest';
import { leftText } from './browser/countdown.ts';
import { hereText } from './browser/here.ts';
import {
  bytesText,
  clockAndPlace,
  dayText,
  durationText,
  fullText,
  isoDuration,
  machineTime,
  publishedText,
} from './time.ts';

const london = { at: '2026-12-04T20:00:00Z', zone: 'Europe/London', place: 'London' };
const madrid = { at: '2026-12-05T20:00:00Z', zone: 'Europe/Madrid', place: 'Madrid' };

describe('a moment', () => {
  test('is told for its place, which is named', () => {
    expect(clockAndPlace(london, 'en')).toBe('20:00 in London');
    expect(clockAndPlace(madrid, 'es')).toBe('21:00 en Madrid');
    expect(fullText(london, 'en')).toBe('Friday 4 December 2026, 20:00 in London');
    expect(dayText(london, 'en', 'short')).toBe('Fri 4 Dec 2026');
    expect(dayText({ ...london, at: '2026-12-04T23:30:00Z', zone: 'Europe/Stockholm' }, 'en', 'short')).toBe(
      'Sat 5 Dec 2026',
    );
    expect(machineTime(london)).toBe('2026-12-04T20:00:00.000Z');
  });

  test('is a day where no hour is known', () => {
    expect(fullText({ day: '2026-12-04' }, 'es')).toBe('viernes, 4 de diciembre de 2026');
    expect(machineTime({ day: '2026-12-04' })).toBe('2026-12-04');
    expect(publishedText('2026-11-18T23:59:00Z', 'en')).toBe('18 November 2026');
  });
});

describe('what scripts say', () => {
  test('what is left, in the page’s language', () => {
    expect(leftText(2 * 1440 + 3 * 60 + 1, 'en')).toBe('2 days, 3 hours, 1 minute');
    expect(leftText(60, 'es')).toBe('1 hora');
    expect(leftText(1, 'en')).toBe('1 minute');
  });

  test('the reader’s own time, with the day where it is another', () => {
    expect(hereText(london.at, london.zone, '{time} where you are', 'en', 'Europe/Paris')).toBe('21:00 where you are');
    expect(hereText(london.at, london.zone, '{time} where you are', 'en', 'Asia/Tokyo')).toBe(
      'Sat 05:00 where you are',
    );
    expect(hereText(london.at, london.zone, '{time} where you are', 'en', 'Europe/Lisbon')).toBeUndefined();
  });
});

describe('amounts', () => {
  test('of time', () => {
    expect(durationText(3180, 'en')).toBe('53 min');
    expect(durationText(102, 'en')).toBe('1 min 42 sec');
    expect(durationText(5400, 'es')).toBe('1 h 30 min');
    expect([isoDuration(102), isoDuration(5400), isoDuration(0)]).toEqual(['PT1M42S', 'PT1H30M', 'PT0S']);
  });

  test('of bytes', () => {
    expect(bytesText(2_340_000, 'en')).toBe('2.3 MB');
    expect(bytesText(2_340_000, 'es')).toBe('2,3 MB');
    expect(bytesText(300, 'en')).toBe('1 kB');
  });
});
