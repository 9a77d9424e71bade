import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unsupportedSyntax } from './syntax.ts';
import { tokensOf } from './tokens.ts';

describe('CloudFront does not understand', () => {
  test.for([
    ['of', 'for (const item of list) {}'],
    ['of', 'for (item of list) {}'],
    ['{', 'const { a } = b;'],
    ['[', 'let [a] = b;'],
    ['{', 'function f({ a }) {}'],
    ['[', 'list.forEach(([name, value]) => name);'],
    ['{', 'const f = (one, { two }) => one;'],
    ['?.', 'a?.b'],
    ['??', 'a ?? b'],
    ['class', 'class A {}'],
    ['*', 'function* f() {}'],
    ['{', 'try { a(); } catch { b(); }'],
    ['...', 'f(...list)'],
    ['...', 'const a = [...list];'],
    ['...', 'const a = { ...b };'],
    ['async', 'list.map(async (a) => a);'],
    ['async', 'function f() { return async function () {}; }'],
    ['async', 'const f = () => { const g = async a => a; };'],
    ['{', `\`\${(({ a }) => a)(b)}\``],
  ] as const)('`%s` in %s', ([token, code]) => {
    expect(unsupportedSyntax(`// first line\n\n${code}`)).toBe(
      `SyntaxError: Token "${token}" not supported in this version in 3`,
    );
  });
});

describe('CloudFront understands', () => {
  test.for([
    'for (const name in object) {}',
    'const f = (first, ...rest) => rest; function g(...all) { return all; }',
    'try { a(); } catch (_) {} finally {}',
    'const o = { of: 1, class: 2, async: 3, a: { b: [1] } }; o.class = o.of; o.async(1);',
    'const read = async (key) => { await key; }; async function handler(event) { await read(1); }',
    `const s = 'for (a of b) { class }' + "?." + \`?? \${a ? { b: 1 }.b : 'catch {'} ...\` + /a?.b[/]?? class/.source;`,
    'const a = b ? .5 : c / d / e; // for (a of b)',
    '/* class A {} */ if (a) { [1, 2].forEach((x) => x); } f({ a: 1 }, [2]); f([1], { b: 2 });',
    'var a = (b, [c]); switch (a) { case 1: { break; } }',
    `if ((a) && { b: 1 }.b) {} const t = \`a\${\`b\${{ c: 1 }.c}\`}d\`;`,
  ])('%s', (code) => {
    expect(unsupportedSyntax(code)).toBeUndefined();
    expect(tokensOf(code)).toBeDefined();
  });
});

test('brackets have their partners in any code, and a reading that goes astray ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'(){}[]`$\'"/\\?.=>*of class async a 1\n'.split(''), '${', '=>')),
      (parts) => {
        const tokens = tokensOf(parts.join('')) ?? [];
        for (const [index, { partner }] of tokens.entries())
          if (partner !== undefined) expect(tokens[partner]?.partner).toBe(index);
        unsupportedSyntax(parts.join(''));
      },
    ),
    { numRuns: 2000 },
  );
});
