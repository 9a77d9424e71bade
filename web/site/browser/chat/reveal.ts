/** What arrived at once is shown within this time, in milliseconds. */
const TIME = 320;

/**
 * Shows a growing text as if it were being written: what was added appears within a third of a second. At once where nobody
 * looks, or where motion is not wanted.
 */
export const revealer = (show: (text: string) => void) => {
  let target = '';
  let shown = 0;
  let until = 0;
  let before = 0;
  let frame = 0;
  let then: (() => void) | undefined;

  const finish = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (shown < target.length) show(target);
    shown = target.length;
    const next = then;
    then = undefined;
    next?.();
  };
  const step = (now: number): void => {
    const rest = target.length - shown;
    if (now >= until || rest <= 0 || document.hidden) {
      finish();
      return;
    }
    shown += Math.max(1, Math.ceil((rest * (now - before)) / (until - before)));
    before = now;
    // Not in the middle of a sign that is written as two.
    if (/[\udc00-\udfff]/.test(target.charAt(shown))) shown++;
    show(target.slice(0, shown));
    frame = requestAnimationFrame(step);
  };

  return (text: string, whenShown?: () => void): void => {
    if (!text.startsWith(target.slice(0, shown))) shown = 0;
    target = text;
    then = whenShown;
    const still = document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || shown === target.length) {
      finish();
      return;
    }
    before = performance.now();
    until = before + TIME;
    if (!frame) frame = requestAnimationFrame(step);
  };
};
