import { formatDuration } from '@marquee/ui/duration.ts';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import { useEffect, useRef, useState } from 'react';
import type { ExecutionTree } from '../history/model.ts';

/** Milliseconds between two announcements; who listens is told of the latest, not of each. */
const EVERY = 5000;

/** How an execution stands, in one sentence. */
export const standingInWords = ({ standing, startedAt, endedAt, visits }: ExecutionTree): string => {
  if (endedAt !== undefined) return `${STATUSES[standing].word} after ${formatDuration(endedAt - startedAt)}.`;
  const open = visits.findLast((visit) => visit.standing === 'running' || visit.standing === 'waiting');
  return open ? `${open.name}: ${STATUSES[open.standing].word.toLowerCase()}.` : '';
};

/** A text that changes at most once in five seconds, for a polite region. */
export const useAnnounced = (text: string): string => {
  const [said, setSaid] = useState(text);
  const last = useRef(0);
  useEffect(() => {
    if (text === said) return;
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        setSaid(text);
      },
      Math.max(0, last.current + EVERY - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [text, said]);
  return said;
};
