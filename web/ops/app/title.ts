import { useEffect } from 'react';
import { useSession } from './session.tsx';

/** What the browser's tab says: what it shows, then the stage. */
export const useTitle = (title: string): void => {
  const { stage } = useSession();
  useEffect(() => {
    document.title = `${title}, ${stage}, Marquee ops`;
  }, [title, stage]);
};
