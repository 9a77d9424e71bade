import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { AssetInFull } from '../../api/assets.ts';
import { useWords } from '../../words/use-words.ts';
import type { Saving } from './use-details.ts';
import { useInspectorWords } from './words.ts';

type Props = {
  saving: Saving;
  again: () => void;
  keepMine: (theirs: AssetInFull) => void;
  takeTheirs: (theirs: AssetInFull) => void;
};

/** Whether what was written is kept; where somebody else was quicker, the choice. */
export const SavingNote = ({ saving, again, keepMine, takeTheirs }: Props) => {
  const words = useInspectorWords();
  const { tryAgain } = useWords();
  if (typeof saving === 'string') {
    return (
      <p className="kept small muted" role="status">
        <Icon name={saving === 'saved' ? 'check' : 'running'} /> {words[saving]}
      </p>
    );
  }
  if ('failed' in saving) {
    return (
      <div className="fix" role="alert">
        <p>
          <b>{words.notSaved}.</b> {saving.failed}
        </p>
        <div className="row">
          <Button small onPress={again}>
            {tryAgain}
          </Button>
        </div>
      </div>
    );
  }
  const { theirs, by } = saving;
  return (
    <div className="fix" role="alert">
      <p>
        <b>{words.conflict}.</b> {words.conflictWhy(by)}
      </p>
      <div className="row">
        <Button small onPress={() => keepMine(theirs)}>
          {words.keepMine}
        </Button>
        <Button small onPress={() => takeTheirs(theirs)}>
          {words.takeTheirs}
        </Button>
      </div>
    </div>
  );
};
