import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import type { Claim } from './claims.ts';
import type { Effect } from './effects.ts';

const KINDS: Readonly<Record<Effect['kind'], { icon: IconName; word: string }>> = {
  again: { icon: 'retried', word: 'Happens again' },
  same: { icon: 'check', word: 'Runs, changes nothing' },
  once: { icon: 'shield', word: 'Guarded' },
};

/** State by state: what happens again, what leaves all as it is, and what is refused a second time. */
export const EffectList = ({ effects, claims }: { effects: readonly Effect[]; claims: readonly Claim[] }) => (
  <ul className="effects">
    {effects.map(({ state, kind, says, maybe }) => {
      const claim = claims.find((each) => each.state === state);
      const { icon, word } = KINDS[kind];
      return (
        <li key={state} className={maybe ? 'maybe' : undefined}>
          <Icon name={icon} />
          <b>{state}</b>
          <span className={`effect-${kind}`}>{word}</span>
          <span className="muted">
            {maybe && 'Only if it gets there. '}
            {says} {claim?.says}
          </span>
        </li>
      );
    })}
  </ul>
);
