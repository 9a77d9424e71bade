import { useMemo } from 'react';
import { useSession } from '../../app/session.tsx';
import { createKept, type Kept } from './model/kept.ts';

const KEPT_TAB = 'marquee-tab';

/** This tab, also after a reload. */
const thisTab = (): string => {
  const known = sessionStorage.getItem(KEPT_TAB);
  if (known) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(KEPT_TAB, made);
  return made;
};

/** The work that whoever is signed in has in this browser and the API has not. */
export const useKept = (): Kept => {
  const { person } = useSession();
  return useMemo(() => createKept({ store: localStorage, person: person.userName, tab: thisTab() }), [person.userName]);
};
