import { useEffect, useRef, useState } from 'react';
import type { Drawn } from '../../../api/content.ts';
import { useContent } from '../../use-pages.ts';
import type { Draft } from '../model/draft.ts';
import type { TypeDescription } from '../model/schema.ts';
import { wholeOf } from '../use-draft.ts';

/** Milliseconds after the last stroke at which the page is drawn, and before what failed is tried again. */
const [PAUSE, AGAIN] = [300, 5_000];

export type Asked = { locale: string; asOf?: string; territory?: string };

export type Drawing = { drawn?: Drawn; error?: Error; busy: boolean };

/** The real page of what is written, soon after each stroke: the latest wins, and where it cannot be drawn the one before stays. */
export const useDrawn = (itemId: string, type: TypeDescription, draft: Draft, asked: Asked): Drawing => {
  const content = useContent();
  const [drawing, setDrawing] = useState<Drawing>({ busy: true });
  const { locale, asOf, territory } = asked;
  const first = useRef(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let under: AbortController | undefined;
    const draw = async (): Promise<void> => {
      under?.abort();
      const controller = new AbortController();
      under = controller;
      setDrawing((before) => ({ ...before, busy: true }));
      try {
        const data = wholeOf(type, draft.get());
        const drawn = await content.draw(
          itemId,
          { data, locale, ...(asOf ? { asOf } : {}), ...(territory ? { territory } : {}) },
          controller.signal,
        );
        if (!controller.signal.aborted) setDrawing({ drawn, busy: false });
      } catch (error) {
        if (controller.signal.aborted) return;
        setDrawing((before) => ({
          ...before,
          busy: false,
          error: error instanceof Error ? error : new Error(String(error)),
        }));
        timer = setTimeout(() => void draw(), AGAIN);
      }
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), PAUSE);
    };
    const stop = draft.subscribe(soon);
    if (first.current) void draw();
    else soon();
    first.current = false;
    return () => {
      stop();
      clearTimeout(timer);
      under?.abort();
    };
  }, [content, itemId, type, draft, locale, asOf, territory]);
  return drawing;
};
