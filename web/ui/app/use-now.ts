import { useEffect, useState } from 'react';

/** How often what runs is drawn longer, in milliseconds. */
export const RUNNING = 250;

/** The time, anew every `every` milliseconds while the page is seen, and as long as something moves. */
export const useNow = (every: number, moving = true): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!moving) return;
    setNow(Date.now());
    const timer = setInterval(() => document.hidden || setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every, moving]);
  return now;
};
