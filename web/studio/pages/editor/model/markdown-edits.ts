/** A text and what of it is selected. */
export type Selected = { text: string; from: number; to: number };

export type Edit = 'bold' | 'italic' | 'heading' | 'list' | 'link';

const around = ({ text, from, to }: Selected, sign: string, empty: string): Selected => {
  const inside = text.slice(from, to) || empty;
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (before.endsWith(sign) && after.startsWith(sign) && from !== to) {
    const plain = before.slice(0, -sign.length) + inside + after.slice(sign.length);
    return { text: plain, from: from - sign.length, to: to - sign.length };
  }
  return {
    text: `${before}${sign}${inside}${sign}${after}`,
    from: from + sign.length,
    to: from + sign.length + inside.length,
  };
};

/** The lines that a selection touches. */
const linesAt = ({ text, from, to }: Selected): [number, number] => {
  const end = text.indexOf('\n', Math.max(from, to - 1));
  return [text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length : end];
};

const prefixed = (selected: Selected, sign: string, known: RegExp): Selected => {
  const [start, end] = linesAt(selected);
  const lines = selected.text.slice(start, end).split('\n');
  const has = lines.every((line) => line.startsWith(sign));
  const changed = lines.map((line) => (has ? line.slice(sign.length) : sign + line.replace(known, ''))).join('\n');
  const text = selected.text.slice(0, start) + changed + selected.text.slice(end);
  const grown = changed.length - (end - start);
  return {
    text,
    from: Math.max(start, selected.from + (lines.length > 1 ? 0 : grown)),
    to: Math.max(start, selected.to + grown),
  };
};

/** The text with Markdown's sign put around or before what is selected, or taken away where it is there already. */
export const edited = (edit: Edit, selected: Selected, empty: string): Selected => {
  switch (edit) {
    case 'bold':
      return around(selected, '**', empty);
    case 'italic':
      return around(selected, '*', empty);
    case 'heading':
      return prefixed(selected, '### ', /^#{1,6} /);
    case 'list':
      return prefixed(selected, '- ', /^(?:[-*] |\d+\. )/);
    case 'link': {
      const { text, from, to } = selected;
      const label = text.slice(from, to) || empty;
      const made = `[${label}](https://)`;
      const at = from + made.length - 1;
      return { text: text.slice(0, from) + made + text.slice(to), from: at - 'https://'.length, to: at };
    }
  }
};
