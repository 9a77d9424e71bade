/** What is told while files are on their way: bars on a terminal, nothing elsewhere. */
export type Progress = { update(name: string, share: number, note: string): void; end(): void };

const WIDTH = 24;
const SHOWN = 8;

/** Draws on `stream` where it is a terminal. */
export const createProgress = (stream: NodeJS.WriteStream): Progress => {
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  const rows = new Map<string, { share: number; note: string }>();
  let drawn = 0;
  let last = 0;
  const draw = (): void => {
    const all = [...rows];
    const moving = all.filter(([, { share }]) => share < 1);
    const done = all.length - moving.length;
    const lines = moving.slice(0, SHOWN).map(([name, { share, note }]) => {
      const filled = Math.round(share * WIDTH);
      return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${name.slice(0, 40)}  ${note}`;
    });
    lines.push(`${done} of ${all.length} done`);
    stream.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}\u001b[J${lines.join('\n')}\n`);
    drawn = lines.length;
  };
  return {
    update(name, share, note) {
      rows.set(name, { share, note });
      const now = Date.now();
      if (now - last < 80 && share < 1) return;
      last = now;
      draw();
    },
    end: draw,
  };
};
