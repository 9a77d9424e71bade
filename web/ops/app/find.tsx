import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useLocation } from 'wouter';
import { executionHref, searchHref } from './links.ts';

const EXECUTION = /^arn:[\w-]+:states:[\w-]+:\d+:(execution|express):/;

/** Finds an execution by whatever somebody has at hand: an id of anything, an ARN, words of an input or an error. */
export const Find = () => {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [, navigate] = useLocation();
  useShortcut('/', 'Find by any id', () => setOpen(true));
  const go = (): void => {
    const wanted = text.trim();
    if (wanted === '') return;
    setOpen(false);
    setText('');
    navigate(EXECUTION.test(wanted) ? executionHref(wanted) : searchHref(wanted));
  };
  return (
    <>
      <AriaButton className="btn btn-quiet btn-sm find" onPress={() => setOpen(true)}>
        <Icon name="search" />
        Find by any id <span className="kbd">/</span>
      </AriaButton>
      <Dialog
        title="Find by any id"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <Button kind="primary" icon="search" onPress={go}>
            Find
          </Button>
        }
      >
        <form
          className="field"
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          <label className="label" htmlFor="find-id">
            An id of an asset, a page, a conversation, an event or a correlation; an ARN; or words of an input or an
            error
          </label>
          <input
            id="find-id"
            className="input"
            value={text}
            onChange={({ target }) => setText(target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </form>
      </Dialog>
    </>
  );
};
