import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useEditing } from '../editing.tsx';
import type { Path } from '../model/paths.ts';
import { useEditorWords } from '../words.ts';
import { fieldWith, placeOf, textsOf } from './find-text.ts';
import { inert, putInPlace } from './page-in-frame.ts';

/** Pixels of the windows that a page is looked at in. */
export const WIDTHS = { desktop: 1280, tablet: 834, phone: 390 } as const;
export type Width = keyof typeof WIDTHS;

type Props = { html: string; width: Width; locale: string; current?: Path; label: string };

type Box = { left: number; top: number; width: number; height: number };

/** How far up from what was pressed a text is looked for. */
const UP = 4;

/** A page in a frame of its own that runs nothing: scaled to fit, the field that is written outlined; a press on a text leads to its field. */
export const Frame = ({ html, width, locale, current, label }: Props) => {
  const words = useEditorWords();
  const { draft, type, focusOn } = useEditing();
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [first] = useState(() => `<!doctype html>${inert(html).documentElement.outerHTML}`);
  const [srcDoc, setSrcDoc] = useState(first);
  const [box, setBox] = useState<Box>();
  const drawn = useRef(html);

  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const scale = size.width === 0 ? 1 : Math.min(1, size.width / WIDTHS[width]);
  const left = Math.max(0, (size.width - WIDTHS[width] * scale) / 2);

  const outline = useCallback((): void => {
    const page = frame.current?.contentDocument;
    const text = current && draft.valueAt(current);
    const element = page?.body && typeof text === 'string' ? placeOf(page.body, text) : undefined;
    if (!element) {
      setBox(undefined);
      return;
    }
    const { x, y, width: wide, height } = element.getBoundingClientRect();
    setBox({ left: left + x * scale - 6, top: y * scale - 6, width: wide * scale + 12, height: height * scale + 12 });
  }, [current, draft, scale, left]);

  const latest = useRef({ locale, outline });
  latest.current = { locale, outline };

  /** Hears what happens in the page, which may be put in place anew without its document being another. */
  const hear = (): void => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    page.addEventListener('click', (event) => {
      event.preventDefault();
      const texts = textsOf(type.schema, draft.get(), latest.current.locale);
      // It is an element of another window, and so no instance of this one's classes.
      let element = event.target as Element | null;
      for (let up = 0; element && up < UP; up++, element = element.parentElement) {
        const path = fieldWith(texts, element.getAttribute('alt') ?? element.textContent ?? '');
        if (path) {
          focusOn(path);
          return;
        }
      }
    });
    for (const other of ['auxclick', 'submit']) page.addEventListener(other, (event) => event.preventDefault());
    page.addEventListener('scroll', () => latest.current.outline(), { passive: true });
    outline();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that comes is put in place once
  useEffect(() => {
    if (html === drawn.current) return;
    drawn.current = html;
    const page = inert(html);
    const shown = frame.current?.contentDocument;
    if (shown && putInPlace(shown, page)) outline();
    else setSrcDoc(`<!doctype html>${page.documentElement.outerHTML}`);
  }, [html]);

  // What is written is brought into sight once, when its field gets the focus.
  useEffect(() => {
    const page = frame.current?.contentDocument;
    const text = current && draft.valueAt(current);
    const element = page?.body && typeof text === 'string' ? placeOf(page.body, text) : undefined;
    const view = page?.defaultView;
    if (element && view) {
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > view.innerHeight) element.scrollIntoView({ block: 'center' });
    }
    outline();
  }, [current, draft, outline]);

  return (
    <div className="frame" ref={holder}>
      <iframe
        ref={frame}
        title={words.frame}
        sandbox="allow-same-origin"
        onLoad={hear}
        srcDoc={srcDoc}
        style={{
          width: WIDTHS[width],
          height: size.height / scale,
          transform: `translateX(${left}px) scale(${scale})`,
        }}
      />
      {box && (
        <div className="edited" style={box} aria-hidden="true">
          <span className="tag">{label}</span>
        </div>
      )}
    </div>
  );
};
