import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ExecutionTree } from '../history/model.ts';
import { EventRow } from './event-list.tsx';
import { filtered, statesOf } from './event-rows.ts';

/** All events, of which only those in sight are made; what has failed comes first where that is wanted. */
export const EventsTable = ({
  tree,
  events,
  complete,
}: {
  tree: ExecutionTree;
  events: readonly HistoryEvent[];
  complete: boolean;
}) => {
  const [text, setText] = useState('');
  const [troubleFirst, setTroubleFirst] = useState(tree.standing !== 'succeeded' && tree.standing !== 'running');
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const searched = useDeferredValue(text);
  const states = useMemo(() => statesOf(tree), [tree]);
  const rows = useMemo(
    () => filtered(events, states, { text: searched, troubleFirst }),
    [events, states, searched, troubleFirst],
  );
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const toggle = (id: number) =>
    setOpen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <section className="panel" aria-labelledby="ev-h">
      <div className="panel-head ev-head">
        <h2 id="ev-h">Events</h2>
        <span className="muted small num" role="status">
          {rows.length === events.length
            ? counted(events.length, 'event')
            : `${formatCount(rows.length)} of ${counted(events.length, 'event')}`}
          {!complete && ', more are being read'}
        </span>
        <span className="grow" />
        <label className="check">
          <input type="checkbox" checked={troubleFirst} onChange={() => setTroubleFirst(!troubleFirst)} />
          Failed first
        </label>
        <input
          className="input ev-find"
          type="search"
          aria-label="Filter by type, state, error or id"
          placeholder="Type, state, error or id"
          value={text}
          onChange={(change) => setText(change.target.value)}
        />
      </div>
      {rows.length === 0 ? (
        <div className="notice">
          <p>No event fits “{text}”.</p>
          <button type="button" className="btn btn-sm" onClick={() => setText('')}>
            Clear the filter
          </button>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section ref={scroller} className="ev-rows" aria-label="All events" tabIndex={0}>
          <div className="tall" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const event = rows[item.index];
              const id = event?.id ?? 0;
              return (
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className="at"
                  style={{ translate: `0 ${item.start}px` }}
                >
                  {event && (
                    <EventRow event={event} state={states.get(id)} isOpen={open.has(id)} onToggle={() => toggle(id)} />
                  )}
                </div>
              );
            })}
          </div>
        </section>
      )}
    </section>
  );
};
