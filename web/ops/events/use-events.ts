import { useEffect, useState } from 'react';
import { usePace } from '../app/session.tsx';
import { NoSessionError } from '../aws/call.ts';
import type { Period } from '../executions/period.ts';
import { EventFeed, type FeedState } from './event-feed.ts';
import { readEvents } from './read-events.ts';

const BEGIN: FeedState = { events: [], loading: true, capped: false, at: 0 };

/** The events of a time that a pattern admits, kept up to date while `live` and while the page is seen. */
export const useEvents = (
  logGroup: string | undefined,
  pattern: string | undefined,
  { from, to }: Period,
  live: boolean,
): FeedState => {
  const pace = usePace(1000, 5000);
  const [state, setState] = useState(BEGIN);
  const [feed, setFeed] = useState<EventFeed>();
  useEffect(() => {
    if (logGroup === undefined) return;
    const aborting = new AbortController();
    const read = (period: { from: number; to?: number }) => readEvents(logGroup, pattern, period, aborting.signal);
    const made = new EventFeed(read, { from, ...(to && { to }) }, setState);
    setState(BEGIN);
    setFeed(made);
    void made.load();
    return () => {
      made.stop();
      aborting.abort();
    };
  }, [logGroup, pattern, from, to]);
  const ended = to !== undefined || state.error instanceof NoSessionError;
  useEffect(() => {
    if (!feed || !live || state.loading || ended) return;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const next = (): void => {
      timer = setTimeout(() => {
        if (document.hidden) next();
        else void feed.refresh().then(() => over || next());
      }, pace);
    };
    next();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [feed, live, state.loading, ended, pace]);
  return state;
};
