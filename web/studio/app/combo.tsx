import { Icon } from '@marquee/ui/icons/icon.tsx';
import { type ReactNode, useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useWords } from '../words/use-words.ts';
import { folded } from './folded.ts';

export type Option = { id: string; label: string; more?: ReactNode };

type Props = {
  label: string;
  /** Shown above it, else for screen readers alone. */
  isLabelSeen?: boolean;
  options: readonly Option[];
  value?: string;
  onPick: (id: string) => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** Begins anew after each choice, where several are chosen one after the other. */
  clears?: boolean;
  /** Tells what is written where somebody else finds the options. */
  onWrite?: (text: string) => void;
};

/** The most options that are shown: whoever wants another one writes more of its name. */
const MOST = 60;

/** A choice among many by writing part of a name. */
export const Combo = (props: Props) => {
  const { label, isLabelSeen, options, value, onPick, placeholder, isDisabled, clears, onWrite } = props;
  const words = useWords();
  const [typed, setTyped] = useState<string>();
  // A field that is emptied by a choice would open its list again: it begins anew instead.
  const [picks, setPicks] = useState(0);
  const chosen = options.find(({ id }) => id === value)?.label ?? value ?? '';
  const shown = useMemo(() => {
    const parts = onWrite
      ? []
      : folded(typed ?? '')
          .split(/\s+/)
          .filter(Boolean);
    return options
      .filter(({ label: text, id }) => parts.every((part) => folded(`${text} ${id}`).includes(part)))
      .slice(0, MOST);
  }, [options, typed, onWrite]);
  const write = (text: string | undefined): void => {
    setTyped(text);
    onWrite?.(text ?? '');
  };
  return (
    <ComboBox
      key={picks}
      autoFocus={picks > 0}
      className="combo"
      aria-label={isLabelSeen ? undefined : label}
      menuTrigger="input"
      allowsEmptyCollection
      isDisabled={isDisabled}
      items={shown}
      inputValue={typed ?? chosen}
      selectedKey={value ?? null}
      onInputChange={(text) => write(text === chosen && typed === undefined ? undefined : text)}
      onOpenChange={(open, by) => {
        // Opened by its button it shows everything; by a letter, what fits.
        if (!open) write(undefined);
        else if (by === 'manual') write('');
      }}
      onSelectionChange={(key) => {
        write(undefined);
        if (key === null) return;
        if (clears) setPicks((before) => before + 1);
        onPick(String(key));
      }}
    >
      {isLabelSeen && <Label className="label">{label}</Label>}
      <span className="combo-box">
        <Icon name="search" />
        <Input
          className="input"
          placeholder={placeholder ?? (chosen || words.search)}
          autoComplete="off"
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button className="combo-open">
          <Icon name="chevron" />
        </Button>
      </span>
      <Popover className="popover combo-list">
        <ListBox renderEmptyState={() => <p className="hint combo-none">{words.nothingFound}</p>}>
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu-item">
              <bdi className="clip">{option.label}</bdi>
              {option.more && <span className="muted small combo-more">{option.more}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
