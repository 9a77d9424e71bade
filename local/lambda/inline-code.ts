import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The most that a template may carry as a function's code, in bytes. @see AWS::Lambda::Function Code, ZipFile */
const LARGEST = 4 * 2 ** 20;

export type InlineCode = (source: string) => string;

/**
 * Keeps code that stands in a template as `index.js`, as CloudFormation does, and answers its folder, which follows from the
 * code alone. Whether it is CommonJS or an ES module Node tells by its syntax. Throws where it is larger than AWS takes.
 */
export const createInlineCode =
  (folder: string): InlineCode =>
  (source) => {
    if (Buffer.byteLength(source) > LARGEST) throw new Error(`Code.ZipFile is larger than ${LARGEST} bytes`);
    const made = join(folder, createHash('sha256').update(source).digest('hex'));
    if (existsSync(made)) return made;
    // Moved into place whole, so that a crash leaves no half of it under its name.
    const draft = `${made}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'index.js'), source);
    // Ends the search for a package.json above the data folder, which may say that everything is a module.
    writeFileSync(join(draft, 'package.json'), '{}');
    renameSync(draft, made);
    return made;
  };
