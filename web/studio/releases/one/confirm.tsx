import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import { useReleaseWords } from '../words.ts';

type Props = {
  title: string;
  /** What the button does: the same verb as the one that opened this. */
  verb: string;
  kind?: 'primary' | 'danger';
  isBusy: boolean;
  isDisabled?: boolean;
  error: Error | undefined;
  run: () => void;
  close: () => void;
  children: ReactNode;
};

/** Says what will happen before it does. */
export const Confirm = ({ title, verb, kind = 'primary', isBusy, isDisabled, error, run, close, children }: Props) => {
  const words = useReleaseWords();
  const { cancel } = useWords();
  return (
    <Dialog
      isOpen
      title={title}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{cancel}</Button>
          <Button kind={kind} onPress={run} isDisabled={isBusy || isDisabled}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {error && (
        <p className="error" role="alert">
          <Icon name="failed" />
          <span>
            {words.actionFailed}: {error.message}
          </span>
        </p>
      )}
    </Dialog>
  );
};
