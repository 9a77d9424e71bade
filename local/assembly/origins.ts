import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a resource of a template comes from: its construct's path, and the line of the source that asked for it. */
export type Origin = { path: string; madeAt?: string };

type Entry = { type: string; data?: unknown };

/** Origins of a stack's resources by their logical ids, from the metadata that CDK writes beside its template; none where there is no such file. */
export const readOrigins = (file: string): ReadonlyMap<string, Origin> => {
  if (!existsSync(file)) return new Map();
  const metadata = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry[]>;
  const origins = new Map<string, Origin>();
  for (const [path, entries] of Object.entries(metadata)) {
    const id = entries.find(({ type }) => type === 'aws:cdk:logicalId')?.data;
    const stack = entries.find(({ type }) => type === 'aws:cdk:creationStack')?.data;
    if (typeof id !== 'string') continue;
    const madeAt = Array.isArray(stack) ? lineOf(stack.map(String)) : undefined;
    origins.set(id, { path: path.slice(1), ...(madeAt === undefined ? {} : { madeAt }) });
  }
  return origins;
};

/** The caller of the innermost construct that is not of a library: there it was asked for, and there a grant is added. */
const lineOf = (stack: readonly string[]): string | undefined => {
  const own = stack.flatMap((frame) => /\((file:\/\/.+?):(\d+):\d+\)$/.exec(frame)?.slice(1, 3).join('\n') ?? []);
  const [url, line] = (own[1] ?? own[0])?.split('\n') ?? [];
  return url === undefined ? undefined : `${relative(process.cwd(), fileURLToPath(url))}:${line}`;
};
