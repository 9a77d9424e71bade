import { Space, useRowKeys, useRowsInView } from '@marquee/ui/app/rows-in-view.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { memo } from 'react';
import { Link } from 'wouter';
import { storyHref } from '../app/links.ts';
import { shortId } from '../executions/subject.ts';
import type { BusEvent } from './event.ts';
import type { Chosen } from './use-chosen.ts';

export type EventTableProps = {
  events: readonly BusEvent[];
  /** Undefined where the role may replay nothing. */
  chosen: Chosen | undefined;
  /** The id of the event that is shown beside. */
  open: string | undefined;
  hrefOf: (event: BusEvent) => string;
  onHold: () => void;
  onRelease: () => void;
};

const ROW = 40;

type RowProps = { event: BusEvent; href: string; isChosen: boolean; onToggle: Chosen['toggle'] | undefined };

const EventRow = memo(({ event, href, isChosen, onToggle }: RowProps) => (
  <>
    {onToggle && (
      <td className="pick">
        <label className="hit">
          <input
            type="checkbox"
            checked={isChosen}
            onChange={({ nativeEvent }) => onToggle(event.key, (nativeEvent as MouseEvent).shiftKey)}
          />
          <span className="vh">
            Select {event.detailType}, {event.subject.label}
          </span>
        </label>
      </td>
    )}
    <td className="when num muted">
      <Time at={new Date(event.at)} />
    </td>
    <td className="type">
      <Link href={href} title={event.id}>
        {event.detailType}
      </Link>
      {event.replay !== undefined && (
        <span className="again" title={`Brought again by ${event.replay}`}>
          <Icon name="rerun" label="Replayed" />
        </span>
      )}
    </td>
    <td className="about">{event.subject.label === event.detailType ? '' : event.subject.label}</td>
    <td className="from muted">{event.source}</td>
    <td className="of-story">
      {event.correlationId !== undefined && (
        <Link href={storyHref(event.correlationId)} className="mono" title={`Story ${event.correlationId}`}>
          {shortId(event.correlationId)}
        </Link>
      )}
    </td>
  </>
));

/** All events as one table, of which only what is near the window is made. */
export const EventTable = ({ events, chosen, open, hrefOf, onHold, onRelease }: EventTableProps) => {
  const { place, items, measure, before, after } = useRowsInView({
    count: events.length,
    sizeOf: () => ROW,
    keyOf: (index) => events[index]?.key ?? index,
  });
  useRowKeys(place, 'td.type a', 'event');
  const columns = chosen ? 6 : 5;
  return (
    <div ref={place}>
      <table
        className="ev"
        aria-rowcount={events.length}
        onPointerEnter={onHold}
        onPointerLeave={onRelease}
        onFocus={onHold}
        onBlur={onRelease}
      >
        <caption className="vh">Events, newest first</caption>
        <thead>
          <tr>
            {chosen && (
              <td>
                <span className="vh">Select</span>
              </td>
            )}
            <th scope="col">Time</th>
            <th scope="col">Event</th>
            <th scope="col">About</th>
            <th scope="col">Source</th>
            <th scope="col">Story</th>
          </tr>
        </thead>
        <tbody>
          <Space height={before} columns={columns} />
          {items.map(({ index, key }) => {
            const event = events[index];
            if (!event) return null;
            return (
              <tr
                key={key}
                ref={measure}
                data-index={index}
                data-event={event.id}
                aria-rowindex={index + 1}
                aria-current={event.id === open ? 'true' : undefined}
                className={event.id === open || chosen?.keys.has(event.key) ? 'on' : undefined}
              >
                <EventRow
                  event={event}
                  href={hrefOf(event)}
                  isChosen={chosen?.keys.has(event.key) ?? false}
                  onToggle={chosen?.toggle}
                />
              </tr>
            );
          })}
          <Space height={after} columns={columns} />
        </tbody>
      </table>
    </div>
  );
};
