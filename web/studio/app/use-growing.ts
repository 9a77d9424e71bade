import { type RefCallback, startTransition, useCallback, useMemo, useState } from 'react';

/** Rows or cards that are drawn at first, and each time the end comes near: somewhat more than a screen shows. */
const STEP = 20;

/** How near, in pixels. */
const NEAR = 150;

type Growing<Thing> = {
  drawn: readonly Thing[];
  /** Stands behind what is drawn; undefined where that is everything. */
  more: RefCallback<HTMLElement> | undefined;
};

/** Of a long list as much as is looked at, so that what is pressed is answered at once; another `key` begins at the top again. */
export const useGrowing = <Thing>(all: readonly Thing[], key: string): Growing<Thing> => {
  const [grown, setGrown] = useState({ key, most: STEP });
  const most = grown.key === key ? grown.most : STEP;
  const more = useCallback<RefCallback<HTMLElement>>(
    (mark) => {
      if (!mark) return;
      const grow = ([entry]: IntersectionObserverEntry[]): void => {
        if (entry?.isIntersecting) startTransition(() => setGrown({ key, most: most + STEP }));
      };
      const observer = new IntersectionObserver(grow, { rootMargin: `${NEAR}px` });
      observer.observe(mark);
      return () => observer.disconnect();
    },
    [key, most],
  );
  const drawn = useMemo(() => all.slice(0, most), [all, most]);
  return { drawn, more: most < all.length ? more : undefined };
};
