import { useEffect, useRef } from 'react';
import type { Row } from './row.ts';
import type { RowLoader } from './row-loader.ts';

/** Executions that are described at once, so that the list itself is not kept waiting. */
const AT_ONCE = 6;

/** Reads what the rows that are seen are about; each once, those that failed again when they end. */
export const useSubjects = (seen: readonly Row[], loader: RowLoader | undefined): void => {
  const asked = useRef(new Set<string>());
  const waiting = useRef<string[]>([]);
  const active = useRef(0);
  useEffect(() => {
    if (!loader) return;
    const next = (): void => {
      if (active.current >= AT_ONCE) return;
      const arn = waiting.current.shift();
      if (arn === undefined) return;
      active.current += 1;
      void loader
        .describe(arn)
        .catch(() => {
          // The row stays named by its id; the list itself says when AWS does not answer.
        })
        .finally(() => {
          active.current -= 1;
          next();
        });
    };
    const missing = seen.filter(({ arn, subject, express }) => !express && !subject && !asked.current.has(arn));
    for (const { arn } of missing) asked.current.add(arn);
    waiting.current.unshift(...missing.map(({ arn }) => arn));
    for (let count = active.current; count < AT_ONCE; count += 1) next();
  }, [seen, loader]);
};
