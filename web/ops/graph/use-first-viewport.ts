import type { ReactFlowInstance } from '@xyflow/react';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Viewport } from './first-viewport.ts';
import type { DrawnNode } from './state-node.tsx';

type Frame = RefObject<HTMLElement | null>;
type Flow = RefObject<ReactFlowInstance<DrawnNode, never> | null>;

/**
 * The view that a graph opens with, found once: from then on it is its user's, whatever changes. Until they touch it, as
 * `touch` tells, it fits another width of its frame.
 */
export const useFirstViewport = (
  frame: Frame,
  flow: Flow,
  find: (room: { width: number; height: number }) => Viewport,
): { opening: Viewport | undefined; touch: () => void } => {
  const [opening, setOpening] = useState<Viewport>();
  const isTouched = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: later states must not move it
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    let { clientWidth: before } = element;
    const viewport = () => find({ width: element.clientWidth, height: element.clientHeight });
    setOpening(viewport());
    const resized = new ResizeObserver(() => {
      if (isTouched.current || element.clientWidth === before) return;
      before = element.clientWidth;
      void flow.current?.setViewport(viewport());
    });
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  const touch = useCallback(() => {
    isTouched.current = true;
  }, []);
  return { opening, touch };
};
