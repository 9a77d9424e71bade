import type { IconName } from '@marquee/ui/icons/icons.tsx';
import type { StudioWords } from '../words/en.ts';
import type { Action } from './person.ts';

export type Place = {
  id: keyof StudioWords['places'];
  path: string;
  icon: IconName;
  /** `g` and this lead there. */
  shortcut: string;
  /** What one must be able to do to be led there at all. */
  needs?: Action;
};

/** The screens, in the order of the rail; those after `trash` stand below a line. */
export const PLACES: readonly Place[] = [
  { id: 'library', path: '/library', icon: 'image', shortcut: 'l', needs: 'seeLibrary' },
  { id: 'pages', path: '/pages', icon: 'page', shortcut: 'p', needs: 'seePages' },
  { id: 'questions', path: '/questions', icon: 'question', shortcut: 'q', needs: 'answerFans' },
  { id: 'releases', path: '/releases', icon: 'release', shortcut: 'r', needs: 'seeReleases' },
  { id: 'chat', path: '/chat', icon: 'chat', shortcut: 'c', needs: 'answerFans' },
  { id: 'trash', path: '/trash', icon: 'trash', shortcut: 't', needs: 'seeLibrary' },
  { id: 'settings', path: '/settings', icon: 'gear', shortcut: 's' },
];

/** The first of the places below the line. */
export const BELOW: readonly Place['id'][] = ['trash', 'settings'];
