import { useNow } from '@marquee/ui/app/use-now.ts';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { cityOf, ownZone } from '../app/zoned.ts';
import { countdown, isSameClock, momentWords } from './model/moments.ts';
import { useReleaseWords } from './words.ts';

type At = { instant: string; zone: string };

/** A moment in words: of its place, and of the reader's. */
export const useMomentWords = (): ((at: At) => { there: string; here: string }) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  return ({ instant, zone }) => {
    const moment = Date.parse(instant);
    const own = ownZone();
    const tell = (of: string): string => momentWords(moment, of, locale, Date.now());
    return {
      there: words.inPlace(tell(zone), cityOf(zone)),
      here: isSameClock(moment, zone, own) ? words.sameForYou : words.yours(tell(own), cityOf(own)),
    };
  };
};

/** A moment as its place's clocks tell it; pointed at or focused, as the reader's own do. */
export const Moment = ({ instant, zone }: At) => {
  const { there, here } = useMomentWords()({ instant, zone });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer reads the time of the own zone by focusing it
    <time className="moment" dateTime={instant} tabIndex={0}>
      {there}
      <span className="moment-own" aria-hidden="true">
        {here}
      </span>
      <span className="vh">, {here}</span>
    </time>
  );
};

/** Milliseconds between changes of what is counted down: seconds matter shortly before. */
const [SECONDS, SLOWLY] = [1_000, 30_000];

/** How far away a moment is, quietly. */
export const Countdown = ({ instant }: { instant: string }) => {
  const locale = useFormatLocale();
  const moment = Date.parse(instant);
  const isNear = Math.abs(moment - Date.now()) < 120_000;
  const now = useNow(isNear ? SECONDS : SLOWLY);
  return <span className="countdown muted num">{countdown(moment, now, locale)}</span>;
};
