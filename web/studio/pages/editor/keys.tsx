import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useEffect, useRef } from 'react';
import { useEditorWords } from './words.ts';

type Props = {
  save: () => void;
  undo: () => void;
  redo: () => void;
  togglePreview: () => void;
  nextProblem: () => void;
  compare: () => void;
  nextLanguage: () => void;
};

const NOTHING = (): void => undefined;

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.matches('textarea, [contenteditable]') ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type)) ||
    target.closest('[role="dialog"]') !== null);

/** The editor's keys. Those with Ctrl also work while a field has the focus, except where the field has its own undo. */
export const EditorKeys = (props: Props) => {
  const words = useEditorWords();
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's' && !event.shiftKey) {
        event.preventDefault();
        latest.current.save();
      } else if ((key === 'z' || key === 'y') && !isText(event.target)) {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) latest.current.redo();
        else latest.current.undo();
      }
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  // These stand in the list of keys; they are heard above, since the list hears no keys with Ctrl.
  useShortcut('Ctrl+S', words.keySave, NOTHING);
  useShortcut('Ctrl+Z', words.keyUndo, NOTHING);
  useShortcut('Ctrl+Shift+Z', words.keyRedo, NOTHING);
  useShortcut('v', words.keyPreview, props.togglePreview);
  useShortcut('e', words.keyProblem, props.nextProblem);
  useShortcut('c', words.keyCompare, props.compare);
  useShortcut('l', words.keyLanguage, props.nextLanguage);
  return null;
};
