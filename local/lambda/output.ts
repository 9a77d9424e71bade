import type { ChildProcess } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

/** How long after a process has ended its output may still be read, in milliseconds; a child of its own may hold it open. */
const GRACE = 250;

/** What an instance prints, line by line. */
export type Output = {
  /** Resolves once all that a request has printed has been read, or nothing can be read any more. */
  ended(requestId: string): Promise<void>;
};

/** Reads both streams of a process; the bootstrap marks where the output of a request ends. */
export const readOutput = (child: ChildProcess, onLine: (line: string) => void): Output => {
  const streams = [child.stdout, child.stderr].flatMap((stream) => stream ?? []);
  const open = new Set(streams);
  const marks = new Map<string, number>();
  let waiting: { requestId: string; resolve: () => void } | undefined;
  const look = (): void => {
    if (!waiting || (marks.get(waiting.requestId) ?? 0) < open.size) return;
    marks.clear();
    waiting.resolve();
    waiting = undefined;
  };
  for (const stream of streams) {
    const take = (line: string): void => {
      // The mark stands behind a line that the request left open.
      const [text = '', requestId] = line.split('\0', 2);
      if (text !== '' || requestId === undefined) onLine(text);
      if (requestId === undefined) return;
      marks.set(requestId, (marks.get(requestId) ?? 0) + 1);
      look();
    };
    // Only a line feed ends a line: a carriage return stands for one inside a message.
    const decoder = new StringDecoder('utf8');
    let rest = '';
    stream.on('data', (data: Buffer) => {
      const lines = (rest + decoder.write(data)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    stream.on('close', () => {
      if (rest !== '') take(rest);
      open.delete(stream);
      look();
    });
  }
  child.once('exit', () => void setTimeout(() => streams.forEach((stream) => void stream.destroy()), GRACE).unref());
  return {
    ended: (requestId) =>
      new Promise((resolve) => {
        waiting = { requestId, resolve };
        look();
      }),
  };
};
