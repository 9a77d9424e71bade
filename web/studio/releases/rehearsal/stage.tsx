import { Segments } from '@marquee/ui/segments.tsx';
import { useState } from 'react';
import type { Rehearsal, RehearsedMoment, Release } from '../../api/releases.ts';
import { useReleaseWords } from '../words.ts';
import { AskThen } from './ask-then.tsx';
import { Clock, useRehearsedWords } from './clock.tsx';
import { type FrameWidth, PageFrame } from './page-frame.tsx';
import { PagesThen } from './pages-then.tsx';

type Props = {
  release: Release;
  rehearsal: Rehearsal;
  params: URLSearchParams;
  set: (values: Readonly<Record<string, string | undefined>>) => void;
};

/** A rehearsal that is made: one clock, the pages of the moment that it shows, one of them, and the chatbot. */
export const Stage = ({ release, rehearsal, params, set }: Props) => {
  const words = useReleaseWords();
  const tell = useRehearsedWords(release);
  const [width, setWidth] = useState<FrameWidth>('desktop');
  const [view, setView] = useState<'alone' | 'pair'>('alone');
  const { moments, releaseId, rehearsalId } = rehearsal;
  const asked = params.get('moment');
  const moment = moments.find(({ momentId }) => momentId === asked) ?? moments.find(({ label }) => label === 'at');
  const [before] = moments;
  if (!moment || !before) return <p className="muted">{words.rehearsalNeeds}</p>;
  const path = params.get('path') ?? moment.pages[0]?.path;
  const choose = (next: string): void => set({ path: next });
  const tellWhole = (each: RehearsedMoment): string => {
    const { label, when } = tell(each);
    return `${label}: ${when}`;
  };
  const titleOf = (each: RehearsedMoment): string =>
    words.shownPage(each.pages.find((page) => page.path === path)?.title ?? path ?? '', tellWhole(each));
  const frames = view === 'pair' && moment !== before ? [before, moment] : [moment];
  return (
    <>
      <Clock {...{ release, moments }} current={moment} choose={(momentId) => set({ moment: momentId })} />
      <div className="stage">
        <PagesThen moment={moment} current={path} choose={choose} />
        <section className="seen" aria-label={path ?? words.pagesThen}>
          <div className="row seen-bar">
            <code className="address clip grow">{path}</code>
            <Segments
              label={words.compare}
              name="view"
              options={[
                { value: 'alone', label: words.alone },
                { value: 'pair', label: words.beforeAndAfter },
              ]}
              value={view}
              onChange={setView}
            />
            <Segments
              label={words.width}
              name="width"
              options={[
                { value: 'desktop', label: words.desktop },
                { value: 'phone', label: words.phone },
              ]}
              value={width}
              onChange={setWidth}
            />
          </div>
          {path === undefined && <p className="frame-none muted">{words.choosePage}</p>}
          {path !== undefined && (
            <div className={frames.length > 1 ? 'frames frames-pair' : 'frames'}>
              {frames.map((each) => (
                <figure key={each.momentId}>
                  {frames.length > 1 && <figcaption className="small muted">{tellWhole(each)}</figcaption>}
                  <PageFrame {...{ moments, path, width, choose }} moment={each} title={titleOf(each)} />
                </figure>
              ))}
            </div>
          )}
        </section>
        <AskThen rehearsal={{ releaseId, rehearsalId, momentId: moment.momentId }} when={tellWhole(moment)} />
      </div>
    </>
  );
};
