import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef, useState } from 'react';
import { useInspectorWords } from './words.ts';

type Point = { x: number; y: number };
type Props = { src: string; ratio: number; point: Point; onMove: (point: Point) => void; isDisabled: boolean };

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const within = (value: number): number => Math.min(100, Math.max(0, Math.round(value)));

/** The shapes that pages crop to, width to height. */
const CROPS = { wide: 16 / 9, square: 1, portrait: 2 / 3 } as const;

/** The picture with the point that crops keep in sight, and those crops as they will be; a press or the arrow keys move it. */
export const FocalPoint = ({ src, ratio, point, onMove, isDisabled }: Props) => {
  const words = useInspectorWords();
  const place = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Point>();
  const shown = drag ?? point;
  const pointAt = (event: PointerEvent): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: within((100 * (event.clientX - left)) / width), y: within((100 * (event.clientY - top)) / height) };
  };
  const press = (event: PointerEvent): void => {
    if (isDisabled || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag(pointAt(event));
  };
  const release = (event: PointerEvent): void => {
    if (!drag) return;
    onMove(pointAt(event));
    setDrag(undefined);
  };
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (!by || isDisabled) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    onMove({ x: within(point.x + far * by.x), y: within(point.y + far * by.y) });
  };
  return (
    <>
      <div
        ref={place}
        className="focal"
        style={{ aspectRatio: ratio }}
        onPointerDown={press}
        onPointerMove={(event) => drag && setDrag(pointAt(event))}
        onPointerUp={release}
      >
        <img className="art" src={src} alt="" draggable={false} />
        <button
          type="button"
          className="pt"
          style={{ left: `${shown.x}%`, top: `${shown.y}%` }}
          aria-label={words.focalAt(shown.x, shown.y)}
          disabled={isDisabled}
          onKeyDown={step}
        />
      </div>
      {!isDisabled && <p className="hint focal-how">{words.focalHow}</p>}
      <div className="crops">
        {Object.entries(CROPS).map(([name, shape]) => (
          <figure key={name}>
            <Crop src={src} ratio={ratio} shape={shape} point={shown} />
            <figcaption>{words.crops[name as keyof typeof CROPS]}</figcaption>
          </figure>
        ))}
      </div>
    </>
  );
};

/** Height of a crop's preview, in pixels. */
const HEIGHT = 46;

/**
 * A crop as it is cut: as large as fits, with the focal point as near to its middle as the edges allow.
 * `object-position` means another thing by its percents, so the picture is moved by hand.
 */
const Crop = ({ src, ratio, shape, point }: { src: string; ratio: number; shape: number; point: Point }) => {
  const width = HEIGHT * shape;
  const [fullWidth, fullHeight] = ratio > shape ? [HEIGHT * ratio, HEIGHT] : [width, width / ratio];
  const shift = (full: number, seen: number, percent: number): number =>
    Math.min(0, Math.max(seen - full, seen / 2 - (full * percent) / 100));
  return (
    <span className="crop" style={{ width, height: HEIGHT }}>
      <img
        src={src}
        alt=""
        style={{
          width: fullWidth,
          height: fullHeight,
          translate: `${shift(fullWidth, width, point.x)}px ${shift(fullHeight, HEIGHT, point.y)}px`,
        }}
      />
    </span>
  );
};
