import { Icon } from '@marquee/ui/icons/icon.tsx';
import { type ReactNode, useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useEditorWords } from '../words.ts';

export type Option = { id: string; label: string; more?: ReactNode };

type Props = {
  label: string;
  /** Shown above it, else for screen readers alone. */
  isLabelSeen?: boolean;
  options: readonly Option[];
  value?: string;
  onChange: (id: string | undefined) => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** Forgets what was chosen at once, where several are chosen one after the other. */
  clears?: boolean;
};

/** The most options that are shown: whoever wants another one writes more of its name. */
const MOST = 60;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A choice among many by writing part of its name. */
export const Combo = ({ label, isLabelSeen, options, value, onChange, placeholder, isDisabled, clears }: Props) => {
  const words = useEditorWords();
  const chosen = options.find(({ id }) => id === value)?.label ?? value ?? '';
  const [typed, setTyped] = useState<string>();
  const shown = useMemo(() => {
    const parts = folded(typed ?? '')
      .split(/\s+/)
      .filter(Boolean);
    return options
      .filter(({ label: text, id }) => parts.every((part) => folded(`${text} ${id}`).includes(part)))
      .slice(0, MOST);
  }, [options, typed]);
  return (
    <ComboBox
      className="combo"
      aria-label={isLabelSeen ? undefined : label}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={isDisabled}
      items={shown}
      inputValue={typed ?? chosen}
      selectedKey={value ?? null}
      onInputChange={(text) => setTyped(text === chosen && typed === undefined ? undefined : text)}
      onOpenChange={(open) => {
        if (!open) setTyped(undefined);
        else setTyped('');
      }}
      onSelectionChange={(key) => {
        setTyped(clears ? '' : undefined);
        if (key !== null) onChange(String(key));
      }}
    >
      {isLabelSeen && <Label className="label">{label}</Label>}
      <span className="combo-box">
        <Icon name="search" />
        <Input className="input" placeholder={chosen || (placeholder ?? words.search)} autoComplete="off" />
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
