import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributes, classes, escapeHtml, html, trusted } from './html.ts';

/** Strings that have broken out of templates elsewhere, and anything else. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:alert(1)',
    '</script><img src=x onerror=alert(1)>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '\ud800',
    'data:text/html,<script>alert(1)</script>',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
  ),
  fc.string({ unit: 'binary' }),
);

/** What a browser makes of escaped text. */
const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  );

describe('a value of a template', () => {
  test('is text whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = html`<p title="${text}">${text}</p>`.toString();
        const [, title = '', inside = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(made) ?? [];
        expect(unescaped(title)).toBe(unescaped(inside));
        expect(unescaped(inside)).toBe(unescaped(escapeHtml(text)));
        expect(made.match(/[<>]/g)).toHaveLength(4);
      }),
    );
  });

  test('leads nowhere but to the web, the site or a mail address', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, href = ''] = /href="([^"]*)"/.exec(html`<a href="${text}">x</a>`.toString()) ?? [];
        if (href === 'about:invalid') return;
        const { protocol, host } = new URL(unescaped(href), 'https://site.example/');
        expect(['http:', 'https:', 'mailto:']).toContain(protocol);
        if (!/^https?:/i.test(text) && protocol !== 'mailto:') expect(host).toBe('site.example');
      }),
    );
  });

  test('is markup only where a template made it', () => {
    expect(html`<ul>${['<', 'b'].map((item) => html`<li>${item}</li>`)}</ul>`.toString()).toBe(
      '<ul><li>&lt;</li><li>b</li></ul>',
    );
    expect(html`<p>${0}${undefined}${null}${false}</p>`.toString()).toBe('<p>0</p>');
    expect(() => html`<p title="${trusted('<b>')}"></p>`).toThrow('Markup cannot stand in an attribute.');
  });
});

describe('a template is refused', () => {
  test('with a value where it could be code', () => {
    const x = 'x';
    expect(() => html`<p ${x}></p>`).toThrow('only what attributes() made');
    expect(() => html`<p class=${x}></p>`).toThrow('has no quotes');
    expect(() => html`<script>${x}</script>`).toThrow('within <script>');
    expect(() => html`<style>${x}</style>`).toThrow('within <style>');
    expect(() => html`<p onclick="${x}"></p>`).toThrow('script or style');
    expect(() => html`<p style="${x}"></p>`).toThrow('script or style');
    expect(() => html`<p class='${x}'></p>`).toThrow('without double quotes');
  });

  test('that ends within a tag', () => {
    expect(() => html`<p class="a"`).toThrow('ends within <p>');
  });
});

describe('attributes', () => {
  test('are written by their values', () => {
    const named = attributes({
      open: true,
      hidden: false,
      title: 'a "b"',
      width: 4,
      href: 'javascript:x',
      lang: undefined,
    });
    expect(html`<a${named}>x</a>`.toString()).toBe(
      '<a open title="a &quot;b&quot;" width="4" href="about:invalid">x</a>',
    );
  });

  test('that are script or style are refused', () => {
    expect(() => attributes({ onload: 'x' })).toThrow('script or style');
    expect(() => attributes({ 'x y': 'x' })).toThrow('called x y');
  });

  test('classes leave out what is not so', () => {
    expect(classes('a', false, undefined, 'b')).toBe('a b');
  });
});
