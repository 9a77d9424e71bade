import { STATUSES, type Status } from './statuses.ts';

/** The words of what consoles share, in English. */
export const en = {
  copied: 'Copied',
  loading: 'Loading',
  today: 'today',
  theme: 'Colour theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  keyboard: 'Keyboard',
  shortcutsOff: 'Turn shortcuts off',
  shortcutsOn: 'Turn shortcuts on',
  thisList: 'This list',
  goTo: (place: string): string => `Go to ${place}`,
  screenFailed: 'This screen could not be drawn. The others work; reloading may help.',
  statuses: STATUSES as Readonly<Record<Status, { word: string; says: string }>>,
};

export type UiWords = typeof en;
