import { Button } from '@marquee/ui/button.tsx';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useMay, useSession } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { useSystem } from '../system/use-system.ts';
import type { BusEvent } from './event.ts';
import { gatherEvents } from './read-events.ts';
import { planReplay, replayName, spanOf } from './replay-plan.ts';
import { Kinds, LOGS, RuleChoice } from './replay-preview.tsx';
import { ReplayProgress } from './replay-state.tsx';
import { mayMatch } from './rules.ts';
import { useRules } from './use-rules.ts';

/** Lines reach the log a little after their events' own time. */
const LATE = 5 * 60_000;
/** Most events that a preview counts. */
const MOST = 20_000;

export type ReplayDialogProps = { events: readonly BusEvent[]; onClose: () => void };

/** Says what a replay would bring and to whom, starts it, and follows it to its end. */
export const ReplayDialog = ({ events, onClose }: ReplayDialogProps) => {
  const { stage } = useSession();
  const { data: system } = useSystem();
  const { data: rules } = useRules();
  const queries = useQueryClient();
  const mayCancel = useMay('events:CancelReplay');
  const span = useMemo(() => spanOf(events), [events]);
  const chosen = useMemo(() => new Set(events.map(({ id }) => id)), [events]);
  const takers = useMemo(
    () =>
      (rules ?? []).filter(
        (rule) => rule.enabled && !rule.managed && events.some((event) => mayMatch(rule.pattern, event)),
      ),
    [rules, events],
  );
  const [picked, setPicked] = useState<ReadonlySet<string>>();
  const to = picked ?? new Set(takers.map(({ arn }) => arn));
  const [reason, setReason] = useState('');
  const [started, setStarted] = useState<string>();
  const [refused, setRefused] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const logGroup = system?.outputs.EventLogGroup;
  const logged = useQuery({
    queryKey: ['replay-preview', logGroup, span?.from, span?.to],
    enabled: logGroup !== undefined && span !== undefined,
    queryFn: ({ signal }) =>
      gatherEvents(
        logGroup ?? '',
        undefined,
        { from: (span?.from ?? 0) - 1000, to: (span?.to ?? 0) + LATE },
        MOST,
        signal,
      ),
    staleTime: 0,
    gcTime: 0,
  });
  const archive = useQuery({
    queryKey: ['archive', system?.outputs.EventArchive],
    enabled: system !== undefined,
    queryFn: ({ signal }) =>
      call('events', 'DescribeArchive', { ArchiveName: system?.outputs.EventArchive?.split('/').at(-1) }, signal),
  });
  const plan = useMemo(
    () =>
      span && logged.data
        ? planReplay(
            span,
            logged.data,
            chosen,
            takers.filter(({ arn, name }) => to.has(arn) && !name.includes(LOGS)),
          )
        : undefined,
    [span, logged.data, chosen, takers, to],
  );
  const start = async (): Promise<void> => {
    if (!span || !archive.data) return;
    setBusy(true);
    setRefused(undefined);
    const name = replayName(stage, new Date());
    try {
      await call('events', 'StartReplay', {
        ReplayName: name,
        Description: reason.trim() || undefined,
        EventSourceArn: system?.outputs.EventArchive,
        EventStartTime: new Date(span.from),
        EventEndTime: new Date(span.to),
        Destination: { Arn: archive.data.EventSourceArn, FilterArns: [...to] },
      });
      setStarted(name);
      await queries.invalidateQueries({ queryKey: ['replays'] });
    } catch (error) {
      setRefused(error as Error);
    }
    setBusy(false);
  };
  const error = logged.error ?? archive.error;
  return (
    <Dialog
      title={started ? 'Replay' : `Replay ${counted(events.length, 'event')}?`}
      isOpen
      wide
      onClose={onClose}
      actions={
        started ? (
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button
              kind="primary"
              icon="play"
              isDisabled={busy || !plan || plan.delivered === 0 || !archive.data || to.size === 0}
              onPress={() => void start()}
            >
              Replay {plan ? counted(plan.delivered, 'event') : ''}
            </Button>
          </>
        )
      }
    >
      {started ? (
        <>
          <p>
            <code>{started}</code>
          </p>
          <ReplayProgress name={started} mayCancel={mayCancel} />
          <p className="muted sm">
            It goes on when this is closed.{' '}
            <Link href={`/events?${new URLSearchParams({ q: started })}`} onClick={onClose}>
              Show what it brings
            </Link>
          </p>
        </>
      ) : error ? (
        <Failure title="The preview could not be made" error={error} />
      ) : !span ? (
        <p>None of these events is in the archive.</p>
      ) : !plan || !rules ? (
        <Skeleton rows={4} label="Counting what the archive has" />
      ) : (
        <>
          <p>
            The archive is replayed by time, not event by event: from <Time at={new Date(span.from)} moment /> to{' '}
            <Time at={new Date(span.to)} moment />, to the rules that are ticked.
          </p>
          <Kinds plan={plan} />
          {plan.besides > 0 && (
            <p className="notice-line" role="status">
              {counted(plan.besides, 'event')} that nobody chose {plan.besides === 1 ? 'lies' : 'lie'} in the same time
              and {plan.besides === 1 ? 'reaches' : 'reach'} a rule that is ticked.
            </p>
          )}
          {(logged.data?.length ?? 0) >= MOST && (
            <p className="notice-line">Only the first {formatCount(MOST)} lines of this time are counted.</p>
          )}
          <RuleChoice rules={takers} chosen={to} onChange={setPicked} />
          <p className="hint">
            Claimed by <code>eventId</code>: what did its work for an event does nothing when the event comes again.
            What failed before, or never began, does its work now.
          </p>
          <label className="field">
            <span className="label">Why, for whoever looks at the replay later</span>
            <input
              className="input"
              value={reason}
              maxLength={512}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          {refused && (
            <p className="error" role="alert">
              <code>{refused.name}</code> {refused.message}
            </p>
          )}
        </>
      )}
    </Dialog>
  );
};
