import { useTimes } from '@marquee/ui/app/use-times.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import type { Saving } from './model/saver.ts';
import { useEditorWords } from './words.ts';

type Props = { saving: Saving; savedAt: Date; incomplete: number; resolve: () => void };

const ICONS: Readonly<Record<Saving['is'], IconName>> = {
  saved: 'check',
  waiting: 'waiting',
  saving: 'running',
  offline: 'waiting',
  failed: 'failed',
  conflict: 'failed',
};

/** Whether what is written is kept, and where. */
export const SavingState = ({ saving, savedAt, incomplete, resolve }: Props) => {
  const words = useEditorWords();
  const times = useTimes();
  const isBad = saving.is === 'failed' || saving.is === 'conflict';
  const says = {
    saved: words.saved(times.time(savedAt)),
    waiting: words.waiting,
    saving: words.saving,
    offline: words.offline,
    failed: words.notSaved,
    conflict: words.conflict,
  }[saving.is];
  return (
    <span className={isBad ? 'saved bad' : 'saved'}>
      <span role="status">
        <Icon name={ICONS[saving.is]} className={saving.is === 'saving' ? 'turns' : ''} /> {says}
      </span>
      {saving.is === 'saved' && incomplete > 0 && <span className="muted">{words.incomplete(incomplete)}</span>}
      {saving.is === 'conflict' && (
        <button type="button" className="as-link small" onClick={resolve}>
          {words.resolve}
        </button>
      )}
    </span>
  );
};
