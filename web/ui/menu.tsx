import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icons.tsx';

export type MenuEntry = { id: string; label: string; icon?: IconName; onAction: () => void; isDisabled?: boolean };

/** What a button opens: a short list of further actions. `trigger` is a `Button`. */
export const Menu = ({ trigger, label, entries }: { trigger: ReactNode; label: string; entries: MenuEntry[] }) => (
  <MenuTrigger>
    {trigger}
    <Popover className="popover">
      <AriaMenu className="menu" aria-label={label} items={entries}>
        {({ id, label: text, icon, onAction, isDisabled }) => (
          <MenuItem id={id} className="menu-item" textValue={text} onAction={onAction} isDisabled={isDisabled}>
            {icon && <Icon name={icon} />}
            {text}
          </MenuItem>
        )}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
