import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { JsonView } from '@marquee/ui/json-view.tsx';
import { detailsOf, gistOf, isTrouble, wordsOf } from './event-rows.ts';

const TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  fractionalSecondDigits: 3,
});

/** One event of a history; opened, with its details. */
export const EventRow = ({
  event,
  state,
  isOpen,
  onToggle,
}: {
  event: HistoryEvent;
  state?: string;
  isOpen: boolean;
  onToggle: () => void;
}) => (
  <div className={isTrouble(event) ? 'he bad' : 'he'}>
    <button type="button" aria-expanded={isOpen} onClick={onToggle}>
      <span className="num ev-id">{event.id}</span>
      <time className="num">{event.timestamp && TIME.format(event.timestamp)}</time>
      <span className="ev-type">{wordsOf(event.type ?? '')}</span>
      <span className="ev-state clip">{state}</span>
      <span className="ev-gist clip muted">{gistOf(event)}</span>
    </button>
    {isOpen && <JsonView text={detailsOf(event)} label={`the details of event ${event.id}`} />}
  </div>
);

/** A few events, all in the page; details open by themselves. */
export const EventList = ({ events }: { events: readonly HistoryEvent[] }) => (
  <div className="ev-list">
    {events.slice(0, 200).map((event) => (
      <details key={event.id} className={isTrouble(event) ? 'he fold bad' : 'he fold'}>
        <summary>
          <span className="num ev-id">{event.id}</span>
          <time className="num">{event.timestamp && TIME.format(event.timestamp)}</time>
          <span className="ev-type">{wordsOf(event.type ?? '')}</span>
          <span className="ev-gist clip muted">{gistOf(event)}</span>
        </summary>
        <JsonView text={detailsOf(event)} label={`the details of event ${event.id}`} />
      </details>
    ))}
    {events.length > 200 && <p className="pad muted">The table of all events has the other {events.length - 200}.</p>}
  </div>
);
