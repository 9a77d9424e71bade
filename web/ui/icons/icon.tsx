import { ICONS, type IconName } from './icons.tsx';

export type IconProps = { name: IconName; size?: 'lg'; label?: string; className?: string };

/** One icon. Without a `label` it is decoration, beside a word that says the same. */
export const Icon = ({ name, size, label, className = '' }: IconProps) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: its name is aria-label, and decoration has none
  <svg
    className={`icon ${size === 'lg' ? 'icon-lg' : ''} ${className}`.trim()}
    viewBox="0 0 16 16"
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {ICONS[name]}
  </svg>
);
