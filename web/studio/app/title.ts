import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';

/** What the browser's tab says. */
export const useTitle = (title: string): void => {
  const { studio } = useWords();
  useEffect(() => {
    document.title = `${title}, ${studio}`;
  }, [title, studio]);
};
