import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import type { RehearsedMoment, Release } from '../../api/releases.ts';
import { ownZone } from '../../app/zoned.ts';

import { useMomentWords } from '../moment.tsx';
import { usePlacesLine } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';

/** A moment of a rehearsal in words: which window opens then, and when. */
export const useRehearsedWords = (release: Release | undefined) => {
  const words = useReleaseWords();
  const momentOf = useMomentWords();
  const places = usePlacesLine();
  return ({ label, instant, windowId }: RehearsedMoment): { label: string; when: string } => {
    const windows = [...(release?.windows ?? [])].sort((one, other) => one.instant.localeCompare(other.instant));
    const window = windows.find((each) => each.windowId === windowId) ?? windows.at(label === 'after' ? -1 : 0);
    const { there } = momentOf({ instant, zone: window?.zone ?? ownZone() });
    const where = window && label === 'at' ? places(window.territories, windows, 2) : words.labels[label];
    return { label: where, when: there };
  };
};

type Props = {
  release: Release | undefined;
  moments: readonly RehearsedMoment[];
  current: RehearsedMoment;
  choose: (momentId: string) => void;
};

/** One clock: the moments of a rehearsal in a row, of which one is looked at. Arrows go from one to the next. */
export const Clock = ({ release, moments, current, choose }: Props) => {
  const words = useReleaseWords();
  const tell = useRehearsedWords(release);
  const places = usePlacesLine();
  const at = moments.indexOf(current);
  const step = (by: number): void => {
    const next = moments[at + by];
    if (next) choose(next.momentId);
  };
  useShortcut('[', words.previousMoment, () => step(-1));
  useShortcut(']', words.nextMoment, () => step(1));
  return (
    <fieldset className="clock" data-scroll>
      <legend className="vh">{words.moments}</legend>
      {moments.map((moment, index) => {
        const { label, when } = tell(moment);
        return (
          <label key={moment.momentId} className={index < at ? 'clock-past' : ''}>
            <input type="radio" name="moment" checked={moment === current} onChange={() => choose(moment.momentId)} />
            <i aria-hidden="true" />
            <b>{label}</b>
            <span className="small num">{when}</span>
            <span className="small muted">
              {words.seenFrom(places([moment.territory ?? '*'], release?.windows ?? []))}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};
