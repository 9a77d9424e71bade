import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** Bytes of a file's local header, data descriptor and entry in the central directory, without its name twice. */
const ENTRY = 30 + 16 + 46;
const END = 22;

/** Bytes of the zip archive of these files, deflated at zlib's default level as CDK uploads an asset. */
export const zipSize = (files: Iterable<{ name: string; bytes: Uint8Array }>): number => {
  let size = END;
  for (const { name, bytes } of files) size += ENTRY + 2 * Buffer.byteLength(name) + deflateRawSync(bytes).length;
  return size;
};

/** Every file below a folder, `name` being its path in it. */
export function* filesIn(folder: string): Generator<{ name: string; bytes: Uint8Array }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    yield { name: relative(folder, file), bytes: readFileSync(file) };
  }
}
