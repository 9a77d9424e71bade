import { Icon } from '@marquee/ui/icons/icon.tsx';
import { type ReactNode, useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useReleaseWords } from '../words.ts';

export type Option = { id: string; label: string; more?: ReactNode };

type Props = {
  label: string;
  options: readonly Option[];
  onPick: (id: string) => void;
  /** What is chosen and stays in the field; without it the field is empty again after each choice. */
  value?: string;
  placeholder?: string;
  isLabelSeen?: boolean;
  isDisabled?: boolean;
  /** Tells what is written where somebody else finds the options. */
  onWrite?: (text: string) => void;
};

/** The most options that are shown: whoever wants another one writes more of its name. */
const MOST = 60;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A choice among many by writing part of a name. */
export const Pick = ({ label, options, onPick, value, placeholder, isLabelSeen, isDisabled, onWrite }: Props) => {
  const words = useReleaseWords();
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
      .filter(({ label, id }) => parts.every((part) => folded(`${label} ${id}`).includes(part)))
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
      className="field pick-one"
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
        if (value === undefined) setPicks((before) => before + 1);
        onPick(String(key));
      }}
    >
      {isLabelSeen && <Label className="label">{label}</Label>}
      <span className="pick-box">
        <Icon name="search" />
        <Input
          className="input"
          placeholder={placeholder ?? chosen}
          autoComplete="off"
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button className="pick-open">
          <Icon name="chevron" />
        </Button>
      </span>
      <Popover className="popover pick-list">
        <ListBox renderEmptyState={() => <p className="hint pick-none">{words.nothingFound}</p>}>
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu-item">
              <bdi className="clip grow">{option.label}</bdi>
              {option.more && <span className="muted small">{option.more}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
