import { Button } from '@marquee/ui/button.tsx';
import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { searchHref, storyHref } from '../app/links.ts';
import { useSystem } from '../system/use-system.ts';
import { ContractView } from './contract-view.tsx';
import { type BusEvent, detailOf } from './event.ts';
import { MatchesView } from './matches-view.tsx';
import { gatherEvents } from './read-events.ts';

const JsonView = lazy(async () => ({ default: (await import('@marquee/ui/json-view.tsx')).JsonView }));

const DAY = 24 * 3_600_000;
/** More are behind the link to the story. */
const MOST = 20;

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Id = ({ id, children }: { id: string; children?: ReactNode }) => (
  <span className="id">
    {children ?? <code>{id}</code>}
    <CopyButton text={id} label={`Copy ${id}`} />
  </span>
);

/** Events that this one led to directly: they name it as their cause. */
const Effects = ({ event, hrefOf }: { event: BusEvent; hrefOf: (event: BusEvent) => string }) => {
  const { data: system } = useSystem();
  const { eventId = '', at } = event;
  const logGroup = system?.outputs.EventLogGroup;
  const { data = [] } = useQuery({
    queryKey: ['effects', eventId, logGroup],
    enabled: logGroup !== undefined && /^[\w-]+$/.test(eventId),
    refetchInterval: Date.now() - at < 60_000 ? 3000 : false,
    queryFn: ({ signal }) => {
      const pattern = `{ $.detail.metadata.causationId = "${eventId}" }`;
      const period = { from: Math.min(at, event.time) - 60_000, to: Math.min(Date.now(), at + DAY) + 60_000 };
      return gatherEvents(logGroup ?? '', pattern, period, MOST, signal);
    },
  });
  if (data.length === 0) return null;
  return (
    <section>
      <h3>Events that it led to</h3>
      <ul className="led-to">
        {data.map((effect) => (
          <li key={effect.key}>
            <Link href={hrefOf(effect)}>{effect.detailType}</Link>
            <span className="muted num">
              <Time at={new Date(effect.at)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** One event whole: what it set off, what it says, and whether it fits its contract. */
export const EventDetail = ({
  event,
  hrefOf,
  onClose,
}: {
  event: BusEvent;
  hrefOf: (event: BusEvent) => string;
  onClose: () => void;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event is another view
  useEffect(() => heading.current?.focus({ preventScroll: window.innerWidth >= 1200 }), [event.key]);
  const { detailType, source, subject, id, eventId, correlationId, causationId, version = 1, replay } = event;
  return (
    <aside className="panel event" aria-label={`Event ${detailType}`}>
      <div className="panel-head">
        <h2 ref={heading} tabIndex={-1} className="grow clip">
          {detailType}
        </h2>
        <Button kind="quiet" small icon="close" aria-label="Close the event" onPress={onClose} />
      </div>
      <div className="event-body">
        <p className="lead">
          {subject.label === detailType ? `An event of ${source}` : subject.label}
          {replay !== undefined && <span className="muted">, brought again by {replay}</span>}
        </p>
        <dl className="facts">
          <Fact name="Reached the log">
            <Time at={new Date(event.at)} moment />
          </Fact>
          <Fact name="Source">{source}</Fact>
          {correlationId !== undefined && (
            <Fact name="Story">
              <Id id={correlationId}>
                <Link href={storyHref(correlationId)} className="mono">
                  {correlationId}
                </Link>
              </Id>
            </Fact>
          )}
          {causationId !== undefined && (
            <Fact name="Caused by">
              <Id id={causationId}>
                <Link href={`/events?${new URLSearchParams({ q: causationId, period: '7d' })}`} className="mono">
                  {causationId}
                </Link>
              </Id>
            </Fact>
          )}
          {eventId !== undefined && (
            <Fact name="Event">
              <Id id={eventId}>
                <Link href={searchHref(eventId)} className="mono" title="Executions that name it">
                  {eventId}
                </Link>
              </Id>
            </Fact>
          )}
          <Fact name="EventBridge id">
            <Id id={id} />
          </Fact>
        </dl>
        <section>
          <h3>Rules that it matched, and what they started</h3>
          <MatchesView key={event.key} event={event} />
        </section>
        <Effects event={event} hrefOf={hrefOf} />
        <section>
          <h3>The event</h3>
          <Suspense fallback={<pre className="mono">{event.text}</pre>}>
            <JsonView key={event.key} text={event.text} label="the event" />
          </Suspense>
        </section>
        <section>
          <h3>Its contract, version {version}</h3>
          <ContractView detailType={detailType} version={version} detail={detailOf(event.text)} />
        </section>
      </div>
    </aside>
  );
};
