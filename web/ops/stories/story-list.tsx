import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Button } from '@marquee/ui/button.tsx';
import { counted } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { storyHref } from '../app/links.ts';
import { usePace } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { readPeriod } from '../executions/period.ts';
import { PeriodChoice } from '../executions/period-choice.tsx';
import { useSystem } from '../system/use-system.ts';
import { readStories } from './recent-stories.ts';

/** Stories that one list shows; a narrower time or an id finds the others. */
const MOST = 200;

/** What users did, each with all that followed from it. */
export const StoryList = () => {
  useTitle('Stories');
  const [address, setAddress] = useAddress();
  const [id, setId] = useState('');
  const [, navigate] = useLocation();
  const pace = usePace(3000, 15_000);
  const periodText = address.get('period');
  const period = readPeriod(periodText, Date.now());
  const { data: system } = useSystem();
  const eventLog = system?.outputs.EventLogGroup;
  const { data, error, isPending } = useQuery({
    queryKey: ['stories', periodText, eventLog],
    enabled: eventLog !== undefined,
    refetchInterval: pace,
    queryFn: ({ signal }) => readStories(eventLog ?? '', readPeriod(periodText, Date.now()).from, signal),
  });
  return (
    <>
      <div className="h">
        <div className="grow">
          <h1>Stories</h1>
        </div>
        <PeriodChoice period={period} onChoose={(chosen) => setAddress({ period: chosen })} />
      </div>
      <form
        className="row story-find"
        onSubmit={(event) => {
          event.preventDefault();
          if (id.trim() !== '') navigate(storyHref(id.trim()));
        }}
      >
        <label className="vh" htmlFor="story-id">
          Correlation id
        </label>
        <input
          id="story-id"
          className="input mono"
          placeholder="Correlation id"
          value={id}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setId(target.value)}
        />
        <Button type="submit" icon="link">
          Tell the story
        </Button>
      </form>
      <section className="panel" aria-label="Stories">
        {error ? (
          <Failure title="The log of events could not be read" error={error} />
        ) : isPending ? (
          <Skeleton rows={8} label="Loading stories" />
        ) : data.length === 0 ? (
          <Empty
            title={`Nothing happened ${period.words}`}
            action={<Button onPress={() => setAddress({ period: '7d' })}>Show the last 7 days</Button>}
          >
            An upload, an edit, a publication or a fan's question begins a story.
          </Empty>
        ) : (
          <ul className="stories">
            {data.slice(0, MOST).map((story) => (
              <li key={story.correlationId}>
                <Link href={storyHref(story.correlationId)}>
                  <b>{story.label}</b>
                </Link>
                <span className="muted story-kinds">{story.events.join(' → ')}</span>
                {story.failed && <StatusPill status="failed" plain />}
                <span className="muted num">{counted(story.count, 'event')}</span>
                <span className="muted num">{formatDuration(story.to - story.from)}</span>
                <Time at={new Date(story.from)} />
              </li>
            ))}
            {data.length > MOST && (
              <li className="muted">and {data.length - MOST} more; choose a shorter time, or find one by its id.</li>
            )}
          </ul>
        )}
      </section>
    </>
  );
};
