import type { IconName } from '@marquee/ui/icons/icons.tsx';

export type Place = { path: string; label: string; icon: IconName; key: string };

/** The screens, in the order of the bar; `g` and the key lead there. */
export const PLACES: readonly Place[] = [
  { path: '/executions', label: 'Executions', icon: 'graph', key: 'e' },
  { path: '/stories', label: 'Stories', icon: 'link', key: 's' },
  { path: '/dead-letters', label: 'Dead letters', icon: 'inbox', key: 'd' },
  { path: '/events', label: 'Events', icon: 'bus', key: 'v' },
  { path: '/services', label: 'Services', icon: 'grid', key: 'm' },
  { path: '/cost', label: 'Cost', icon: 'coin', key: 'c' },
];
