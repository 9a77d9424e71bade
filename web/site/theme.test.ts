import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, luminance, toHex, toOklch } from './colour.ts';
import { checkContrast, HOUSE, PAPER, themeOf } from './theme.ts';

const colour = fc
  .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 })))
  .map((channels) => `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`);

describe('a colour', () => {
  test('is the same after going to OKLCH and back', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        expect(toHex(toOklch(hex))).toBe(hex);
      }),
    );
  });

  test('has the figures that the CSS specification’s examples have', () => {
    const { l, c, h } = toOklch('#ff0000');
    expect([l, c, h].map((value) => Number(value.toFixed(3)))).toEqual([0.628, 0.258, 29.234]);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(luminance('#777777')).toBeCloseTo(0.184, 3);
    expect(() => toOklch('red')).toThrow('#rrggbb was expected');
  });
});

describe('a theme', () => {
  test('is readable whatever the key art’s colours are', () => {
    fc.assert(
      fc.property(fc.array(colour, { maxLength: 5 }), (colours) => {
        expect(themeOf(colours).css).toMatch(/^@layer tokens\{:root\{(--[a-z-]+:[#a-z0-9(),-]+;?)+\}\}\n$/);
      }),
    );
  });

  test('takes its light from the most vivid colour and its night from the most frequent', () => {
    const { scrim, glow } = themeOf(['#0b1a24', '#12303b', '#3d5a55', '#ffd687']).palette;
    expect(toOklch(glow).h).toBeGreaterThan(75);
    expect(toOklch(glow).h).toBeLessThan(95);
    expect(toOklch(scrim).h).toBeGreaterThan(220);
    expect(luminance(scrim)).toBeLessThan(0.01);
  });

  test('throws, with the pair, where words could not be read', () => {
    const { palette } = themeOf([]);
    expect(() => checkContrast({ ...palette, accentLight: '#f2c14a' })).toThrow(
      /^the accent by day: #f2c14a on #f7f6f3 is 1\.\d\d:1; 4\.5:1 is needed\.$/,
    );
    expect(() => themeOf(['tomato'])).toThrow('tomato is no colour');
  });
});

describe('the stylesheets', () => {
  test('have the surfaces that accents were measured against', () => {
    const tokens = readFileSync(join(import.meta.dirname, '..', 'ui', 'tokens.css'), 'utf8');
    const surfaces = ['page', 'sunken', 'raised'].map((name) => {
      const [, ...parts] =
        new RegExp(`--surface-${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(tokens) ?? [];
      return parts.map((part) => {
        const [l = 0, c = 0, h = 0] = part.split(' ').map(Number);
        return { l, c, h };
      });
    });
    expect(surfaces.map(([day]) => day && toHex(day))).toEqual(PAPER);
    expect(surfaces.map(([, night]) => night?.l)).toEqual(HOUSE);
  });

  test('have the colours of a page without key art as themeOf makes them', () => {
    const own = readFileSync(join(import.meta.dirname, 'styles', 'site-tokens.css'), 'utf8').replace(/\s/g, '');
    const [, rules = ''] = /:root\{(.*)\}\}/.exec(themeOf([]).css) ?? [];
    for (const rule of rules.split(';')) expect(own).toContain(`${rule};`);
  });
});
