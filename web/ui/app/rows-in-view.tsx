import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useShortcut } from './shortcuts.tsx';

type Options = {
  count: number;
  /** Pixels of a row that was not drawn yet. */
  sizeOf: (index: number) => number;
  /** By what a row is recognised when others come before it. */
  keyOf: (index: number) => string | number;
};

export type RowsInView = {
  /** The element that the rows stand in. */
  place: RefObject<HTMLDivElement | null>;
  items: readonly VirtualItem[];
  measure: (row: HTMLElement | null) => void;
  /** Pixels of the rows above and below that are not made. */
  before: number;
  after: number;
};

/** Rows made beyond the window, each way. */
const MORE = 12;

/** Of a long table the rows near the window, which scrolls with the page. */
export const useRowsInView = ({ count, sizeOf, keyOf }: Options): RowsInView => {
  const place = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(place.current ? place.current.getBoundingClientRect().top + window.scrollY : 0));
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: sizeOf,
    getItemKey: keyOf,
    overscan: MORE,
    scrollMargin: top,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    place,
    items,
    measure: virtual.measureElement,
    before: first ? first.start - top : 0,
    after: last ? virtual.getTotalSize() - (last.end - top) : 0,
  };
};

/** What stands for the rows that are not made. */
export const Space = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 && (
    <tr className="space">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );

/** `j` and `k` go from row to row, by the link that `link` selects in each; `x` ticks the one that has the focus. */
export const useRowKeys = (place: RowsInView['place'], link: string, noun: string): void => {
  const step = (by: number): void => {
    const links = [...(place.current?.querySelectorAll<HTMLAnchorElement>(link) ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + by))]?.focus();
  };
  useShortcut('j', `Next ${noun}`, () => step(1));
  useShortcut('k', `Previous ${noun}`, () => step(-1));
  useShortcut('x', `Select the ${noun}`, () =>
    document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
  );
};
