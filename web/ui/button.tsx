import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icons.tsx';

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  /** One `primary` a view; `danger` for what cannot be undone; `quiet` has no edge. */
  kind?: 'primary' | 'danger' | 'quiet';
  small?: boolean;
  icon?: IconName;
  /** Nothing but the icon; then `aria-label` says what it does. */
  children?: ReactNode;
};

export const buttonClass = ({ kind, small, bare }: { kind?: string; small?: boolean; bare?: boolean }): string =>
  ['btn', kind && `btn-${kind}`, small && 'btn-sm', bare && 'btn-icon'].filter(Boolean).join(' ');

/** A button: a verb, and the object where two could be meant. */
export const Button = ({ kind, small, icon, children, ...props }: ButtonProps) => (
  <AriaButton {...props} className={buttonClass({ kind, small, bare: children === undefined })}>
    {icon && <Icon name={icon} />}
    {children}
  </AriaButton>
);
