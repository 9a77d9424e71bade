/** A word, a number or a sign of JavaScript. Of texts, templates and regular expressions only that they are there. */
export type Token = {
  text: string;
  kind: 'word' | 'sign' | 'literal';
  /** Counted from 1. */
  line: number;
  /** How many brackets are open around it. */
  depth: number;
  /** Index of the bracket that it opens or closes. */
  partner?: number;
};

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?)n?/iy;
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const TEXT = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const REGULAR = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const SIGN = /\?\.(?!\d)|\?\?=?|\.\.\.|=>|[\s\S]/y;
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/** Words after which a slash begins a regular expression. */
const BEFORE_VALUE = /^(return|typeof|case|in|of|delete|void|throw|new|do|else|instanceof|await)$/;

/** The tokens of code that V8 takes; undefined where this simple reading goes astray. */
export const tokensOf = (code: string): Token[] | undefined => {
  const tokens: Token[] = [];
  const open: number[] = [];
  /** Depths at which a brace ends what stands inside a template. */
  const templates: number[] = [];
  let at = 0;
  let line = 1;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(code) ?? [];
    if (found === undefined) return undefined;
    at += found.length;
    for (const character of found) if (character === '\n') line++;
    return found;
  };
  const add = (kind: Token['kind'], text: string): void => {
    tokens.push({ text, kind, line, depth: open.length });
  };
  /** What follows in a template up to its end or to `${`. False where it has no end. */
  const template = (): boolean => {
    take(TEMPLATE);
    const end = code[at];
    if (end === '`') at += 1;
    else if (code.startsWith('${', at)) {
      at += 2;
      templates.push(open.length);
      open.push(tokens.length);
      add('sign', '${');
    } else return false;
    return true;
  };
  while (at < code.length) {
    if (take(SPACE)) continue;
    const last = tokens.at(-1);
    const valueComes =
      last === undefined ||
      (last.kind === 'sign' && !/^[)\]}]$/.test(last.text)) ||
      (last.kind === 'word' && BEFORE_VALUE.test(last.text));
    const word = take(WORD);
    if (word !== undefined) add('word', word);
    else if (/[\d.]/.test(code[at] ?? '') && !code.startsWith('...', at) && take(NUMBER)) add('literal', '0');
    else if (take(TEXT)) add('literal', "''");
    else if (code[at] === '`') {
      at += 1;
      add('literal', '``');
      if (!template()) return undefined;
    } else if (code[at] === '/' && valueComes && take(REGULAR)) add('literal', '//');
    else {
      const sign = take(SIGN) ?? '';
      if (/^["'`]$/.test(sign)) return undefined;
      if (/^[([{]$/.test(sign)) {
        add('sign', sign);
        open.push(tokens.length - 1);
      } else if (/^[)\]}]$/.test(sign)) {
        const partner = open.pop();
        const opener = partner === undefined ? undefined : tokens[partner];
        if (partner === undefined || !opener) return undefined;
        opener.partner = tokens.length;
        tokens.push({ text: sign, kind: 'sign', line, depth: open.length, partner });
        if (sign === '}' && templates.at(-1) === open.length && opener.text === '${') {
          templates.pop();
          if (!template()) return undefined;
        }
      } else add('sign', sign);
    }
  }
  return open.length === 0 ? tokens : undefined;
};
