import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RehearsedMoment } from '../../api/releases.ts';
import { useReleaseWords } from '../words.ts';
import { pathOfLink, shownAt } from './shown.ts';

export type FrameWidth = 'desktop' | 'phone';

/** Pixels that a page believes to have. */
const WIDTHS: Readonly<Record<FrameWidth, number>> = { desktop: 1280, phone: 390 };

type Props = {
  moments: readonly RehearsedMoment[];
  moment: RehearsedMoment;
  path: string;
  /** What a screen reader calls it. */
  title: string;
  width: FrameWidth;
  choose: (path: string) => void;
};

const read = async (from: string, signal: AbortSignal): Promise<string> => {
  const response = await fetch(from, { signal });
  if (!response.ok) throw new Error(`${from} answered ${response.status}.`);
  return withoutScripts(await response.text());
};

/** The page without its scripts: none of them would run, and each would complain. */
const withoutScripts = (html: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const script of page.querySelectorAll('script, link[rel="modulepreload"], link[as="script"]')) script.remove();
  return `<!doctype html>${page.documentElement.outerHTML}`;
};

/** How much smaller the page is drawn, so that all of its width is seen. */
const useScale = (wanted: number) => {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: wanted, height: 640 });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const scale = Math.min(1, size.width / wanted);
  return { place, scale, height: size.height / scale };
};

/** The real page as it will be at a moment. It runs no script, and its links lead to the other pages of that moment. */
export const PageFrame = ({ moments, moment, path, title, width, choose }: Props) => {
  const words = useReleaseWords();
  const shown = shownAt(moments, moment, path);
  const from = 'from' in shown ? shown.from : undefined;
  const { data, error } = useQuery({
    queryKey: ['rehearsed-page', from],
    queryFn: ({ signal }) => read(from ?? '', signal),
    enabled: from !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { place, scale, height } = useScale(WIDTHS[width]);
  if ('missing' in shown) {
    return <p className="frame-none muted">{shown.missing === 'gone' ? words.goneThen : words.notThere}</p>;
  }
  if (error) return <Failure title={words.pageFailed} error={error} />;
  const follow = (event: MouseEvent): void => {
    const link = closestLink(event.target as Node | null);
    if (link === undefined) return;
    event.preventDefault();
    const next = pathOfLink(moment, link);
    if (next) choose(next);
  };
  return (
    <div className={`frame frame-${width}`} ref={place}>
      {data === undefined ? (
        <Skeleton rows={8} />
      ) : (
        <iframe
          title={title}
          // The page's own files are this origin's; without `allow-scripts` nothing of it runs.
          sandbox="allow-same-origin"
          srcDoc={data}
          style={{ inlineSize: WIDTHS[width], blockSize: height, scale }}
          onLoad={({ currentTarget }) => currentTarget.contentDocument?.addEventListener('click', follow)}
        />
      )}
    </div>
  );
};

/** Of another document, whose classes are not this one's. */
const closestLink = (target: Node | null): string | undefined => {
  for (let node: Node | null = target; node; node = node.parentNode) {
    if (node.nodeName === 'A') return (node as HTMLAnchorElement).getAttribute('href') ?? undefined;
  }
  return undefined;
};
