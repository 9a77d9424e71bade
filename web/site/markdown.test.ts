import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passages, plainText, renderMarkdown } from './markdown.ts';

const shown = (markdown: string, below: 1 | 2 | 3 = 2): string => renderMarkdown(markdown, below).toString();

describe('markdown', () => {
  test('has paragraphs, emphasis, code, quotes, lists and breaks', () => {
    expect(shown('A *b* **c** `d`  \ne')).toBe('<p>A <em>b</em> <strong>c</strong> <code>d</code><br>e</p>');
    expect(shown('> q')).toBe('<blockquote><p>q</p></blockquote>');
    expect(shown('- a\n- b')).toBe('<ul><li>a</li><li>b</li></ul>');
    expect(shown('3. a\n4. b')).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
    expect(shown('- a\n\n- b')).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul>');
    expect(shown('    x < y')).toBe('<pre><code>x &lt; y</code></pre>');
    expect(shown('a\n\n---\n\nb')).toBe('<p>a</p><hr><p>b</p>');
    expect(shown('')).toBe('');
  });

  test('puts its highest heading one level below the section’s', () => {
    expect(shown('# a\n\n### b', 2)).toBe('<h3>a</h3><h5>b</h5>');
    expect(shown('### a\n\n#### b', 1)).toBe('<h2>a</h2><h3>b</h3>');
    expect(shown('## a\n\n###### b', 3)).toBe('<h4>a</h4><h6>b</h6>');
  });

  test('shows HTML as what was typed', () => {
    expect(shown('a <b onclick="x">c</b>')).toBe('<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>');
    expect(shown('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('links to the web, to mail and within the site, and nowhere else', () => {
    expect(shown('[a](https://x.example/)')).toBe('<p><a href="https://x.example/" rel="noopener">a</a></p>');
    expect(shown('[a](/news/)')).toBe('<p><a href="/news/">a</a></p>');
    expect(shown('[a](mailto:a@b.example)')).toBe('<p><a href="mailto:a@b.example">a</a></p>');
    expect(shown('[a][b]\n\n[b]: /c/')).toBe('<p><a href="/c/">a</a></p>');
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'vbscript:x',
      'x/y',
    ]) {
      expect(shown(`[a](${url})`)).not.toContain('<a');
    }
    expect(shown('![a lamp](https://x.example/p.png)')).toBe('<p>a lamp</p>');
  });

  test('never makes a tag that is not its own', () => {
    const tags =
      /^(?:<\/?(?:p|h[2-6]|ul|ol|li|blockquote|em|strong|a|code|pre|br|hr)(?: (?:href|rel|start)="[^"<>]*")*>|[^<>])*$/;
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>/"\'=[]()!*_`#- \n\\&;:axjs1.', 'javascript:', '<script', '](') }),
        (text) => {
          const made = shown(text);
          expect(made).toMatch(tags);
          for (const [, href = ''] of made.matchAll(/href="([^"]*)"/g))
            expect(href).toMatch(/^(https?:|mailto:|\/|#|\?)/i);
        },
      ),
    );
  });
});

describe('as plain text', () => {
  test('has its words, one line a paragraph', () => {
    expect(plainText('# A *b*\n\n- c\n- [d](/e/)\n\n> f\ng `h`')).toBe('A b\nc\nd\nf g h');
    expect(plainText(undefined)).toBe('');
  });

  test('is cut at its headings', () => {
    expect(passages('one\n\n## Two\n\nthree\n\nfour\n\n## Empty\n\n# Five\n\nsix')).toEqual([
      { text: 'one' },
      { heading: 'Two', text: 'three\nfour' },
      { heading: 'Five', text: 'six' },
    ]);
  });
});
