import { MOST, useGaps, useTickets } from '../api/use-chat.ts';
import { useWords } from '../words/use-words.ts';
import type { Place } from './places.ts';

/** Milliseconds between looks from another screen. */
const PACE = 20_000;

/** How many fans wait at a place, which is told on every screen; a person waits more urgently than a question. */
export const Waiting = ({ at }: { at: Place['id'] }) => {
  if (at === 'questions') return <OpenGaps />;
  if (at === 'chat') return <OpenTickets />;
  return null;
};

const OpenGaps = () => <Count place="questions" many={useGaps('open', PACE).data?.gaps.length} />;
const OpenTickets = () => <Count place="chat" many={useTickets('waiting', PACE).data?.tickets.length} />;

const Count = ({ place, many = 0 }: { place: 'questions' | 'chat'; many?: number }) => {
  const words = useWords();
  if (many === 0) return null;
  return (
    <span className={place === 'chat' ? 'n hot' : 'n'}>
      {many < MOST ? many : `${MOST}+`} <span className="vh">{words.waiting[place]}</span>
    </span>
  );
};
