import { Button } from '@marquee/ui/button.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { isOver } from './use-replays.ts';

const STATES: Readonly<Record<string, { status: Status; word: string }>> = {
  STARTING: { status: 'waiting', word: 'Starting' },
  RUNNING: { status: 'running', word: 'Running' },
  CANCELLING: { status: 'running', word: 'Being cancelled' },
  COMPLETED: { status: 'succeeded', word: 'Completed' },
  CANCELLED: { status: 'aborted', word: 'Cancelled' },
  FAILED: { status: 'failed', word: 'Failed' },
};

export const ReplayPill = ({ state, plain }: { state: string | undefined; plain?: boolean }) => {
  const { status, word } = STATES[state ?? ''] ?? { status: 'waiting' as const, word: state ?? 'Unknown' };
  return <StatusPill status={status} word={word} plain={plain} />;
};

/** How far a replay has come, followed to its end. */
export const ReplayProgress = ({ name, mayCancel }: { name: string; mayCancel: boolean }) => {
  const pace = usePace(700, 3000);
  const [refused, setRefused] = useState<Error>();
  const { data, error } = useQuery({
    queryKey: ['replay', name],
    queryFn: ({ signal }) => call('events', 'DescribeReplay', { ReplayName: name }, signal),
    refetchInterval: ({ state }) => (isOver(state.data?.State) ? false : pace),
  });
  if (error) return <p className="error">{error.message}</p>;
  if (!data) return <p className="muted sm">Asking how far it is …</p>;
  const [from = 0, to = 0] = [data.EventStartTime?.getTime(), data.EventEndTime?.getTime()];
  const at = data.EventLastReplayedTime?.getTime();
  const over = isOver(data.State);
  const part = data.State === 'COMPLETED' ? 1 : at === undefined || to <= from ? 0 : (at - from) / (to - from);
  return (
    <div className="progress">
      <p className="row" role="status">
        <ReplayPill state={data.State} />
        {at !== undefined && (
          <span className="muted sm">
            through to the events of <Time at={new Date(at)} moment />
          </span>
        )}
        {data.StateReason && <span className="muted sm">{data.StateReason}</span>}
      </p>
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${Math.min(100, part * 100)}%` }} />
      </span>
      {!over && mayCancel && (
        <Button
          small
          icon="stop"
          onPress={() => void call('events', 'CancelReplay', { ReplayName: name }).catch(setRefused)}
        >
          Cancel the replay
        </Button>
      )}
      {refused && (
        <p className="error" role="alert">
          {refused.name}: {refused.message}
        </p>
      )}
    </div>
  );
};
