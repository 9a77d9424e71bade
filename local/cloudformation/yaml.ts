import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import { invalid } from './errors.ts';

/** Short forms whose long form is not `Fn::` and the name. */
const NAMES: Readonly<Record<string, string>> = { '!Ref': 'Ref', '!Condition': 'Condition' };

/** A template's YAML as data, its short forms (`!Sub`) written out (`Fn::Sub`). Throws `ValidationError`. */
export const parseYaml = (text: string): unknown => {
  const document = parseDocument(text, { logLevel: 'error' });
  const [error] = document.errors;
  if (error) {
    const [{ line = 1, col = 1 } = {}] = error.linePos ?? [];
    throw invalid(`Template format error: YAML not well-formed. (line ${line}, column ${col})`);
  }
  return read(document.contents, document);
};

const read = (node: ParsedNode | null, document: Document.Parsed): unknown => {
  if (node === null) return null;
  if (isAlias(node)) return read((node.resolve(document) ?? null) as ParsedNode | null, document);
  const value = plain(node, document);
  const { tag } = node;
  if (!tag?.startsWith('!') || tag === '!') return value;
  return { [NAMES[tag] ?? `Fn::${tag.slice(1)}`]: value };
};

const plain = (node: ParsedNode, document: Document.Parsed): unknown => {
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => [String(read(key, document)), read(value, document)] as const);
    return Object.fromEntries(pairs);
  }
  if (isSeq(node)) return node.items.map((item) => read(item, document));
  return isScalar(node) ? node.value : undefined;
};
