import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useNow } from '@marquee/ui/app/use-now.ts';
import { Button } from '@marquee/ui/button.tsx';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { Release } from '../api/releases.ts';
import { ownZone } from '../app/zoned.ts';
import { LaneRow } from './lane.tsx';
import { dayWords } from './model/moments.ts';
import { lanesOf, placeIn, type Range, weekOf, weeksAround } from './model/timeline.ts';
import { useReleaseWords } from './words.ts';

/** Pixels that a week wants, at least; and the most weeks that are shown at once. */
const [WEEK_WIDTH, MOST_WEEKS] = [170, 6];

/** How many weeks fit beside the names. */
const useWeeksThatFit = () => {
  const place = useRef<HTMLDivElement>(null);
  const [weeks, setWeeks] = useState(4);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      setWeeks(Math.max(2, Math.min(MOST_WEEKS, Math.floor(width / WEEK_WIDTH))));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { place, weeks };
};

export const percent = (place: number): string => `${(100 * place).toFixed(3)}%`;

const Today = ({ range, now }: { range: Range; now: number }) => {
  const words = useReleaseWords();
  const place = placeIn(range, now);
  if (place < 0 || place > 1) return null;
  return (
    <span className="tl-now" style={{ insetInlineStart: percent(place) }}>
      <span>{words.now}</span>
    </span>
  );
};

/** Weeks in a row, a lane for each release: its moments as points, and what is held back until them as bands. */
export const Timeline = ({ releases }: { releases: readonly Release[] }) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  const zone = ownZone();
  const { place, weeks: fit } = useWeeksThatFit();
  const [from, setFrom] = useState(0);
  const now = useNow(30_000);
  const day = new Date(now).toDateString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: weeks are others when the day is, and not with every tick
  const weeks = useMemo(() => weeksAround(now, zone, from, fit), [day, zone, from, fit]);
  const range = { start: weeks[0]?.start ?? now, end: weeks.at(-1)?.end ?? now };
  const lanes = lanesOf(releases, range, now);
  const dayOf = (moment: number): string => dayWords(moment, zone, locale, now);
  const pan = (by: number): void => setFrom((before) => before + by);
  const show = (moment: number): void => setFrom(weekOf(moment, now, zone) - Math.floor(fit / 2));
  useShortcut('[', words.earlier, () => pan(-1));
  useShortcut(']', words.later, () => pan(1));
  useShortcut('0', words.today, () => setFrom(0));
  return (
    <section className="panel timeline" aria-label={words.timelineOf(dayOf(range.start), dayOf(range.end - 1))}>
      <div className="panel-head">
        <h2>{words.timeline}</h2>
        <span className="grow" />
        <Button small kind="quiet" onPress={() => setFrom(0)} isDisabled={from === 0}>
          {words.today} <span className="kbd">0</span>
        </Button>
        <span className="tl-back">
          <Button small icon="right" aria-label={words.earlier} onPress={() => pan(-1)} />
        </span>
        <Button small icon="right" aria-label={words.later} onPress={() => pan(1)} />
      </div>
      <div className="tl" style={{ '--weeks': fit } as CSSProperties}>
        <div className="tl-weeks" ref={place}>
          {weeks.map(({ start }) => (
            <span key={start}>{dayOf(start)}</span>
          ))}
          <Today range={range} now={now} />
        </div>
        <ul className="tl-lanes">
          {lanes.map((lane) => (
            <LaneRow key={lane.release.releaseId} lane={lane} range={range} now={now} show={show} />
          ))}
        </ul>
      </div>
      <ul className="tl-legend small muted">
        {(['embargoed', 'planned', 'public'] as const).map((kind) => (
          <li key={kind}>
            <i className={`tl-key tl-${kind}`} /> {words.bands[kind]}
          </li>
        ))}
      </ul>
    </section>
  );
};
