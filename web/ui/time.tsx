import { formatExact, formatMoment, formatTime } from './clock.ts';

/** A time in the viewer's zone; pointed at, it is exact and names the zone. `moment` is for sentences. */
export const Time = ({ at, moment, now }: { at: Date; moment?: boolean; now?: Date }) => (
  <time dateTime={at.toISOString()} title={formatExact(at)}>
    {moment ? formatMoment(at, now) : formatTime(at, now)}
  </time>
);
