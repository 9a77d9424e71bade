import { useTimes } from './app/use-times.ts';

/** A time in the viewer's zone; pointed at, it is exact and names the zone. `moment` is for sentences. */
export const Time = ({ at, moment, now }: { at: Date; moment?: boolean; now?: Date }) => {
  const times = useTimes();
  return (
    <time dateTime={at.toISOString()} title={times.exact(at)}>
      {moment ? times.moment(at, now) : times.time(at, now)}
    </time>
  );
};
