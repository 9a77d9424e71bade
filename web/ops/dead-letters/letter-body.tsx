import { Time } from '@marquee/ui/time.tsx';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import { serviceHref, storyHref } from '../app/links.ts';
import { ContractView } from '../events/contract-view.tsx';
import { detailOf } from '../events/event.ts';
import { targetName } from '../events/rules.ts';
import { nameOf } from '../system/system.ts';
import { useSystem } from '../system/use-system.ts';
import { meaningOf } from './group.ts';
import type { Letter } from './letter.ts';

const JsonView = lazy(async () => ({ default: (await import('@marquee/ui/json-view.tsx')).JsonView }));

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const EXHAUSTED: Readonly<Record<string, string>> = {
  MaximumRetryAttempts: 'no attempts were left',
  MaximumEventAgeInSeconds: 'it had become too old',
  RetriesExhausted: 'no attempts were left',
  EventAgeExceeded: 'it had become too old',
};

/** One dead letter whole: why it is here, where it comes from, and what it says beside its contract. */
export const LetterBody = ({ letter }: { letter: Letter }) => {
  const { data: system } = useSystem();
  const { error, reason, attempts, exhausted, ruleArn, scheduleArn, targetArn, event, sentAt, receives, id } = letter;
  const rule = system?.resources.find(
    ({ type, physicalId }) =>
      type === 'AWS::Events::Rule' && ruleArn?.endsWith(`/${physicalId.split('|').at(-1)}`) === true,
  );
  const target = targetArn !== undefined && system ? targetName(targetArn, system) : undefined;
  const meaning = meaningOf(error);
  return (
    <div className="letter-body">
      <section>
        <p className="cause">
          <code>{error}</code> {reason}
        </p>
        {meaning && <p className="muted sm">{meaning}</p>}
        <dl className="facts">
          {target !== undefined && (
            <Fact name="Was for">
              <Link href={serviceHref(target)} title={targetArn}>
                {target}
              </Link>
            </Fact>
          )}
          {ruleArn !== undefined && (
            <Fact name="By the rule">
              <span title={ruleArn}>{rule ? nameOf(rule) : ruleArn.split('/').at(-1)}</span>
            </Fact>
          )}
          {scheduleArn !== undefined && (
            <Fact name="By the schedule">
              <span title={scheduleArn}>{scheduleArn.split('/').at(-1)}</span>
            </Fact>
          )}
          {attempts !== undefined && (
            <Fact name="Tried">
              {attempts === 1 ? 'once' : `${attempts} times`}
              {exhausted !== undefined && EXHAUSTED[exhausted] && `, then ${EXHAUSTED[exhausted]}`}
            </Fact>
          )}
          <Fact name="Here since">
            <Time at={new Date(sentAt)} moment />
          </Fact>
          <Fact name="Looked at">{receives === 1 ? 'once' : `${receives} times`}</Fact>
          {event?.correlationId !== undefined && (
            <Fact name="Story">
              <Link href={storyHref(event.correlationId)} className="mono">
                {event.correlationId}
              </Link>
            </Fact>
          )}
          {event && (
            <Fact name="Event">
              <Link
                href={`/events?${new URLSearchParams({ open: event.id, q: event.id, period: '7d' })}`}
                className="mono"
              >
                {event.id}
              </Link>
            </Fact>
          )}
          <Fact name="Message">
            <code>{id}</code>
          </Fact>
        </dl>
      </section>
      <section>
        <h3>The message</h3>
        <Suspense fallback={<pre className="mono">{letter.body}</pre>}>
          <JsonView text={letter.body} label="the message" />
        </Suspense>
      </section>
      {event?.source.startsWith('marquee.') && letter.payload !== undefined && (
        <section>
          <h3>
            The contract of {event.detailType}, version {event.version ?? 1}
          </h3>
          <ContractView detailType={event.detailType} version={event.version ?? 1} detail={detailOf(letter.payload)} />
        </section>
      )}
    </div>
  );
};
