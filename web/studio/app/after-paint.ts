/** Does something large once what was pressed has been drawn as pressed: the answer to a press is not kept waiting by what it leads to. */
export const afterPaint = (act: () => void): void => {
  requestAnimationFrame(() => setTimeout(act));
};
