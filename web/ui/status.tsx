import { Icon } from './icons/icon.tsx';
import { STATUSES, type Status } from './words.ts';

export type StatusPillProps = {
  status: Status;
  /** Instead of the status's own word. */
  word?: string;
  /** Without a tint, as inside of rows. */
  plain?: boolean;
};

/** A status: shape, word and colour, always the three. */
export const StatusPill = ({ status, word, plain }: StatusPillProps) => (
  <span className={`st st-${status}${plain ? ' plain' : ''}`} title={STATUSES[status].says}>
    <Icon name={STATUSES[status].icon} />
    {word ?? STATUSES[status].word}
  </span>
);

/** Its shape alone, where a word stands elsewhere for it; it tells its word to a screen reader. */
export const StatusIcon = ({ status }: { status: Status }) => (
  <span className={`st-icon st-${status}`}>
    <Icon name={STATUSES[status].icon} label={STATUSES[status].word} />
  </span>
);
