import { Empty } from '@marquee/ui/notice.tsx';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { type Action, rolesFor } from './person.ts';
import type { Place } from './places.ts';
import { useMay } from './session.tsx';

/** A screen for those who may; to others it says which role can. */
export const Needs = ({ action, place, children }: { action: Action; place: Place['id']; children: ReactNode }) => {
  const words = useWords();
  const may = useMay(action);
  if (may) return children;
  const roles = rolesFor(action).map((role) => words.roles[role]);
  return <Empty title={words.notYours(words.places[place])}>{words.whoMay(roles.join(` ${words.or} `))}</Empty>;
};
