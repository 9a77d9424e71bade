import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { Link } from 'wouter';
import type { Release } from '../api/releases.ts';
import { cityOf } from '../app/zoned.ts';
import { dayWords, timeWords } from './model/moments.ts';
import { type Lane, placeIn, type Range, type Track } from './model/timeline.ts';
import { useMomentWords } from './moment.tsx';
import { ReleaseState } from './release-state.tsx';
import { percent } from './timeline.tsx';
import { usePlacesLine } from './use-places.ts';
import { useReleaseWords } from './words.ts';

/** The most moments of a release that are drawn; the list has them all. */
const MOST = 5;

/** Beyond this part of the range a moment's words stand before it, so that they are not cut off. */
const TURN = 0.66;

type RowProps = { lane: Lane; range: Range; now: number; show: (moment: number) => void };

/** One release in the timeline. */
export const LaneRow = ({ lane: { release, tracks }, range, now, show }: RowProps) => {
  const words = useReleaseWords();
  const today = placeIn(range, now);
  return (
    <li className="tl-lane">
      <span className="tl-name">
        <Link href={`/releases/${release.releaseId}`} className="clip">
          <bdi>{release.name}</bdi>
        </Link>
        <ReleaseState state={release.state} plain />
      </span>
      <span className="tl-tracks">
        {today >= 0 && today <= 1 && <i className="tl-today" style={{ insetInlineStart: percent(today) }} />}
        {tracks.length === 0 && <span className="tl-none small muted">{words.noWindows}</span>}
        {tracks.slice(0, MOST).map((track) => (
          <TrackRow key={track.window.windowId} track={track} release={release} show={show} />
        ))}
        {tracks.length > MOST && <span className="tl-none small muted">{words.andMore(tracks.length - MOST)}</span>}
      </span>
    </li>
  );
};

type TrackProps = { track: Track; release: Release; show: (moment: number) => void };

const TrackRow = ({ track: { window, bands, point, outside }, release, show }: TrackProps) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  const where = usePlacesLine()(window.territories, release.windows, 2);
  const { there, here } = useMomentWords()(window);
  const moment = Date.parse(window.instant);
  const { zone, state } = window;
  const time = `${timeWords(moment, zone, locale)} ${cityOf(zone)}`;
  const isOpen = state === 'released';
  return (
    <span className="tl-track">
      {bands.map(({ kind, from, to }) => (
        <span
          key={kind}
          className={`tl-band tl-${kind}`}
          style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
        />
      ))}
      {point === undefined ? (
        <button
          type="button"
          className={outside === 'before' ? 'tl-off tl-off-before' : 'tl-off'}
          onClick={() => show(moment)}
        >
          {isOpen && <Icon name="published" className="tl-sign" />}
          {!isOpen && <Icon name={release.scheduledBy ? 'embargoed' : 'draft'} className="tl-sign" />}
          <span className="clip">
            {where}, {(isOpen ? words.opened : words.opens)(dayWords(moment, zone, locale, Date.now()))}
          </span>
        </button>
      ) : (
        <Link
          href={`/releases/${release.releaseId}`}
          className={`tl-point tl-point-${state}${point > TURN ? ' tl-turned' : ''}`}
          style={{ insetInlineStart: percent(point) }}
          title={`${there}; ${here}`}
        >
          <i>
            <Icon
              name={isOpen ? 'published' : state === 'failed' ? 'failed' : release.scheduledBy ? 'scheduled' : 'draft'}
            />
          </i>
          <span>
            <b>{time}</b> <span className="tl-where">{where}</span>
          </span>
          <span className="vh">
            {release.name}, {there}; {here}. {words.windowStates[state]}
          </span>
        </Link>
      )}
    </span>
  );
};
