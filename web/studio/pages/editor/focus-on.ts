import { idOf } from './editing.tsx';
import { fieldOf, type Path } from './model/paths.ts';
import type { Opened } from './opened.ts';

const INPUTS = 'input:not([type=hidden]), textarea, select, button, [tabindex="0"]';

/** The element of a field, else of the nearest one that holds it. */
const elementOf = (path: Path): HTMLElement | undefined => {
  for (let length = path.length; length > 0; length--) {
    const found = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(fieldOf(path.slice(0, length)))}"]`);
    if (found) return found;
  }
  return undefined;
};

/** Shows a field and puts the focus into it; lists that hide it open. */
export const focusOn = (path: Path, opened: Opened): void => {
  const holders = path.flatMap((key, index) => (typeof key === 'number' ? [fieldOf(path.slice(0, index + 1))] : []));
  opened.open(holders);
  // What was shut is there after the next drawing.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = elementOf(path);
      if (!element) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
      // Tools may stand before the input itself.
      const input = document.getElementById(idOf(path)) ?? element.querySelector<HTMLElement>(INPUTS);
      input?.focus({ preventScroll: true });
    }),
  );
};
