import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { useState } from 'react';
import type { Asset, Change } from '../api/assets.ts';
import { tagsIn } from './find.ts';
import { useLibraryWords } from './words.ts';

type Asked = 'folder' | 'tag' | 'untag';

type Props = {
  selected: readonly Asset[];
  /** All there are, for suggestions. */
  all: readonly Asset[];
  change: (assets: readonly Asset[], change: Change, said: string) => void;
  clear: () => void;
};

/** What can be done with several assets at once. */
export const BulkBar = ({ selected, all, change, clear }: Props) => {
  const words = useLibraryWords();
  const [asked, setAsked] = useState<Asked>();
  const count = selected.length;
  const trash = (): void => {
    change(selected, { trash: true }, words.trashed(count));
    clear();
  };
  useShortcut('Delete', words.toTrash, trash);
  useShortcut('Escape', words.unselect, clear);
  const apply = (value: string): void => {
    const folder = value
      .split('/')
      .map((part) => part.trim())
      .filter(Boolean)
      .join('/');
    const tag = value.trim().toLowerCase();
    setAsked(undefined);
    if (asked === 'folder') change(selected, { folder }, words.moved(count, folder || words.top));
    else if (tag !== '' && asked === 'tag') change(selected, { addTags: [tag] }, words.tagged(count, tag));
    else if (tag !== '') change(selected, { removeTags: [tag] }, words.untagged(count, tag));
  };
  const suggestions =
    asked === 'folder'
      ? [...new Set(all.map(({ folder }) => folder))].filter(Boolean).sort()
      : tagsIn(asked === 'untag' ? selected : all);
  return (
    <section className="bulk" aria-label={words.selected(count)}>
      <b className="num">{words.selected(count)}</b>
      <Button small icon="inbox" onPress={() => setAsked('folder')}>
        {words.move}
      </Button>
      <Button small icon="plus" onPress={() => setAsked('tag')}>
        {words.addTag}
      </Button>
      <Button small icon="minus" onPress={() => setAsked('untag')} isDisabled={tagsIn(selected).length === 0}>
        {words.removeTag}
      </Button>
      <Button small icon="trash" onPress={trash}>
        {words.toTrash}
      </Button>
      <span className="grow" />
      <Button small kind="quiet" icon="close" onPress={clear}>
        {words.unselect}
      </Button>
      <Ask key={asked} asked={asked} suggestions={suggestions} apply={apply} close={() => setAsked(undefined)} />
    </section>
  );
};

type AskProps = {
  asked: Asked | undefined;
  suggestions: readonly string[];
  apply: (value: string) => void;
  close: () => void;
};

const Ask = ({ asked, suggestions, apply, close }: AskProps) => {
  const words = useLibraryWords();
  const [value, setValue] = useState('');
  const title = asked === 'folder' ? words.move : asked === 'tag' ? words.addTag : words.removeTag;
  return (
    <Dialog
      title={title}
      isOpen={asked !== undefined}
      onClose={close}
      actions={
        <Button kind="primary" onPress={() => apply(value)}>
          {words.apply}
        </Button>
      }
    >
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          apply(value);
        }}
      >
        <label className="label" htmlFor="bulk-value">
          {asked === 'folder' ? words.moveTo : words.tagLabel}
        </label>
        <input
          id="bulk-value"
          className="input"
          list="bulk-known"
          value={value}
          autoComplete="off"
          onChange={({ target }) => setValue(target.value)}
        />
        <datalist id="bulk-known">
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
};
