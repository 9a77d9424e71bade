import { useNow } from '@marquee/ui/app/use-now.ts';
import { useTimes } from '@marquee/ui/app/use-times.ts';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import type { TicketState } from '../api/chat.ts';
import { useTickets } from '../api/use-chat.ts';
import { Conversation } from './conversation.tsx';
import { useChatWords } from './words.ts';

/** Milliseconds between looks at who waits. */
export const PACE = 3_000;

type Props = { state: TicketState; current: string | undefined; open: (ticketId: string) => void };

/** Conversations of one state, those that wait longest first, and beside them the one that is chosen. */
export const Tickets = ({ state, current, open }: Props) => {
  const words = useChatWords();
  const now = useNow(10_000);
  const times = useTimes();
  const { data, error, isPending } = useTickets(state, PACE);
  if (isPending) return <Skeleton rows={5} />;
  if (!data) return <Failure title={words.failed} error={error} />;
  if (data.tickets.length === 0 && !current) return <Empty title={words.none[state]}>{words.noneWhy[state]}</Empty>;
  return (
    <div className="pair">
      <ul className="panel picks" aria-label={words[state]}>
        {data.tickets.map(({ ticketId, reason, openedAt, locale }) => (
          <li key={ticketId}>
            <button
              type="button"
              aria-current={ticketId === current ? 'true' : undefined}
              onClick={() => open(ticketId)}
            >
              <b>
                {words.fan}, {words[reason]}
              </b>
              <span className="small muted">
                {locale}, {words.since} <Time at={new Date(openedAt)} moment />
                {state === 'waiting' && <>, {times.age(now - Date.parse(openedAt))}</>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {current ? <Conversation key={current} ticketId={current} /> : <p className="notice muted">{words.choose}</p>}
    </div>
  );
};
