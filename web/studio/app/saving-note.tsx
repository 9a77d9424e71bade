import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Written } from './use-written.ts';

type Props<Whole> = {
  written: Pick<Written<Whole, object>, 'saving' | 'again' | 'keepMine' | 'takeTheirs'>;
  /** In what theirs differs, where that can be told. */
  differing?: (theirs: Whole) => ReactNode;
};

/** Whether what was written is kept; where somebody else was quicker, the choice. */
export const SavingNote = <Whole,>({ written, differing }: Props<Whole>) => {
  const { saved: words, tryAgain } = useWords();
  const { saving, again, keepMine, takeTheirs } = written;
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
      {differing?.(theirs)}
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
