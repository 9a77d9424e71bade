import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useAddress } from '@marquee/ui/app/use-address.ts';
import { useHeldList } from '@marquee/ui/app/use-held.ts';
import { Button } from '@marquee/ui/button.tsx';
import { formatTime } from '@marquee/ui/clock.ts';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { readPeriod } from '../executions/period.ts';
import { PeriodChoice } from '../executions/period-choice.tsx';
import { useSystem } from '../system/use-system.ts';
import type { BusEvent } from './event.ts';
import { EventDetail } from './event-detail.tsx';
import { MOST_EVENTS } from './event-feed.ts';
import { admits, describeFilter, type EventFilter, patternOf } from './event-filter.ts';
import { EventTable } from './event-table.tsx';
import { FilterFields } from './filter-fields.tsx';
import { ReplayDialog } from './replay-dialog.tsx';
import { isArchived } from './replay-plan.ts';
import { ReplaysPanel } from './replays-panel.tsx';
import { useChosen } from './use-chosen.ts';
import { useEvents } from './use-events.ts';
import { useOpenEvent } from './use-open-event.ts';

const keyOf = ({ key }: BusEvent): string => key;

/** Every event of the bus as it comes by: found, opened, and brought again. */
export const EventsScreen = () => {
  useTitle('Events');
  const [address, setAddress] = useAddress();
  const periodText = address.get('period');
  // The period is read once for each address: its beginning must not move with every picture.
  const period = useMemo(() => readPeriod(periodText, Date.now()), [periodText]);
  const [source, type, text] = ['source', 'type', 'q'].map((name) => address.get(name) ?? undefined);
  const filter = useMemo((): EventFilter => ({ source, type, text }), [source, type, text]);
  const open = address.get('open') ?? undefined;
  const [live, setLive] = useState(true);
  const [replaying, setReplaying] = useState<readonly BusEvent[]>();
  const { data: system, error: systemError } = useSystem();
  const logGroup = system?.outputs.EventLogGroup;
  const feed = useEvents(logGroup, patternOf(filter), period, live);
  const selected = useMemo(() => feed.events.filter((event) => admits(filter, event)), [feed.events, filter]);
  const held = useHeldList(selected, keyOf);
  const chosen = useChosen(() => held.entries.map(keyOf));
  const mayReplay = useMay('events:StartReplay');
  const opened = useOpenEvent(open, feed.events, logGroup);
  useShortcut('p', live ? 'Pause the list' : 'Resume the list', () => setLive(!live));

  const hrefOf = useCallback(
    ({ id }: BusEvent): string => {
      const next = new URLSearchParams(address);
      next.set('open', id);
      return `/events?${next}`;
    },
    [address],
  );
  const close = (): void => {
    setAddress({ open: undefined });
    document.querySelector<HTMLAnchorElement>(`tr[data-event="${CSS.escape(open ?? '')}"] td.type a`)?.focus();
  };
  const clear = (): void => setAddress({ source: undefined, type: undefined, q: undefined });
  const isNarrowed = source !== undefined || type !== undefined || text !== undefined;
  const ticked = selected.filter(({ key }) => chosen.keys.has(key));
  const archived = selected.filter(isArchived);
  const error = systemError ?? (feed.events.length === 0 ? feed.error : undefined);

  return (
    <>
      <div className="h">
        <div className="grow">
          <h1>Events</h1>
        </div>
        <PeriodChoice period={period} onChoose={(chosenPeriod) => setAddress({ period: chosenPeriod })} />
      </div>
      <FilterFields filter={filter} events={feed.events} onChange={setAddress} onClear={isNarrowed ? clear : undefined}>
        {mayReplay && archived.length > 0 && ticked.length === 0 && (
          <Button small icon="rerun" onPress={() => setReplaying(archived)}>
            Replay these {formatCount(archived.length)} …
          </Button>
        )}
      </FilterFields>
      <div className={opened.event || opened.missing ? 'bus has-open' : 'bus'}>
        <section className="panel list" aria-label="Events">
          {feed.error !== undefined && feed.events.length > 0 && (
            <p className="notice-line bad" role="alert">
              <Icon name="failed" /> {String((feed.error as Error).message)} The list is as of{' '}
              {formatTime(new Date(feed.at))}; it is asked for again by itself.
            </p>
          )}
          {ticked.length > 0 && (
            <div className="bulk" role="status">
              <strong>{formatCount(ticked.length)} selected</strong>
              <span className="grow" />
              <Button
                kind="primary"
                small
                icon="rerun"
                isDisabled={!ticked.some(isArchived)}
                onPress={() => setReplaying(ticked.filter(isArchived))}
              >
                Replay {counted(ticked.filter(isArchived).length, 'event')} …
              </Button>
              <Button kind="quiet" small onPress={chosen.clear}>
                Clear
              </Button>
            </div>
          )}
          {error !== undefined ? (
            <Failure title="The events could not be read" error={error} />
          ) : system && logGroup === undefined ? (
            <Empty title="This stage keeps no log of its events">Deploy its stack Ops, which has one.</Empty>
          ) : selected.length > 0 ? (
            <EventTable
              events={held.entries}
              chosen={mayReplay ? chosen : undefined}
              open={open}
              hrefOf={hrefOf}
              onHold={held.hold}
              onRelease={held.release}
            />
          ) : feed.loading ? (
            <Skeleton rows={10} label="Loading events" />
          ) : isNarrowed ? (
            <Empty
              title={`No ${describeFilter(filter)} ${period.words}`}
              action={<Button onPress={clear}>Clear the filter</Button>}
            >
              A text is looked for as it stands in the event, capitals included.
            </Empty>
          ) : (
            <Empty
              title={`Nothing was told on the bus ${period.words}`}
              action={
                <Link className="btn" href="/events?period=7d">
                  Show the last 7 days
                </Link>
              }
            >
              An upload, a publication or a fan’s question sends events, and they appear here as they come.
            </Empty>
          )}
          <div className="foot">
            {period.to === undefined && (
              <>
                <StatusPill status={live ? 'running' : 'waiting'} word={live ? 'Live' : 'Paused'} plain />
                <Button small icon={live ? 'pause' : 'play'} onPress={() => setLive(!live)}>
                  {live ? 'Pause' : 'Resume'}
                </Button>
              </>
            )}
            <span role="status">
              {feed.loading
                ? `loading, ${counted(feed.events.length, 'event')} so far`
                : `as of ${formatTime(new Date(feed.at))}; rows never move while you point at them`}
              {held.held > 0 && `; ${formatCount(held.held)} new, shown when you point elsewhere`}
            </span>
            {feed.capped && (
              <span>Only the newest {formatCount(MOST_EVENTS)} are loaded; choose a shorter period for others.</span>
            )}
            <span className="grow" />
            <span className="num">{counted(selected.length, 'event')}</span>
          </div>
        </section>
        {opened.event && <EventDetail event={opened.event} hrefOf={hrefOf} onClose={close} />}
        {opened.missing && (
          <aside className="panel event" aria-label="The event">
            <Empty title="There is no such event" action={<Button onPress={close}>Close</Button>}>
              The log has none with the id <code>{open}</code>, or keeps it no longer.
            </Empty>
          </aside>
        )}
      </div>
      <ReplaysPanel />
      {replaying && (
        <ReplayDialog
          events={replaying}
          onClose={() => {
            setReplaying(undefined);
            chosen.clear();
          }}
        />
      )}
    </>
  );
};
