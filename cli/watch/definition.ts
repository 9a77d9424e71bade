import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { ROOT } from '../../infra/build/folders.ts';

/** Terminal until the file changes: a workflow's definition is not one; the message names the line. */
export class DefinitionError extends Error {
  override name = 'DefinitionError';
}

/** A workflow's definition as the infrastructure hands it on. Throws `DefinitionError` where the file is no JSON. */
export const readDefinition = (file: string, root = ROOT): string => {
  const text = readFileSync(join(root, file), 'utf8');
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (cause) {
    const { message } = cause as Error;
    const [, position] = /position (\d+)/.exec(message) ?? [];
    const at = position === undefined ? text.trimEnd().length : Number(position);
    throw new DefinitionError(`${file}:${lineAt(text, at)}: ${message}`, { cause });
  }
};

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** What is wrong with a definition that was refused, with the line of the file that its first path, such as `/States/Claim`, is on. */
export const withLine = (file: string, message: string, root = ROOT): string => {
  const [path = '/'] =
    /(?<=\s|^|['"(])\/(StartAt|States|Comment|QueryLanguage|TimeoutSeconds)[^\s'",;)]*/.exec(message) ?? [];
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter });
  let keys = path
    .split('/')
    .filter(Boolean)
    .map((key) => key.replace(/\[\d+\]$/, ''));
  while (keys.length > 0) {
    const node = document.getIn(keys, true) as { range?: [number] } | undefined;
    if (node?.range) return `${file}:${lineCounter.linePos(node.range[0]).line}: ${message}`;
    keys = keys.slice(0, -1);
  }
  return `${file}: ${message}`;
};
