import { Icon } from './icons/icon.tsx';
import { useUiWords } from './words/language.tsx';
import { STATUSES, type Status } from './words/statuses.ts';

export type StatusPillProps = {
  status: Status;
  /** Instead of the status's own word. */
  word?: string;
  /** Without a tint, as inside of rows. */
  plain?: boolean;
};

/** A status: shape, word and colour, always the three. */
export const StatusPill = ({ status, word, plain }: StatusPillProps) => {
  const words = useUiWords().statuses[status];
  return (
    <span className={`st st-${status}${plain ? ' plain' : ''}`} title={words.says}>
      <Icon name={STATUSES[status].icon} />
      {word ?? words.word}
    </span>
  );
};

/** Its shape alone, where a word stands elsewhere for it; it tells its word to a screen reader. */
export const StatusIcon = ({ status }: { status: Status }) => (
  <span className={`st-icon st-${status}`}>
    <Icon name={STATUSES[status].icon} label={useUiWords().statuses[status].word} />
  </span>
);
