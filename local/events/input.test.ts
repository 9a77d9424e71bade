import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from './event.ts';
import { inputFor } from './input.ts';
import type { Rule, Target } from './rule.ts';

const event: Event = {
  version: '0',
  id: 'e1',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '000000000000',
  time: '2026-03-01T09:00:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:s3:::uploads'],
  detail: { name: 'a "b"', size: 7, tags: ['x', 'y'], deep: { on: true } },
};
const rule = { name: 'all', arn: 'arn:aws:events:us-east-1:0:rule/all' } as Rule;
const target: Target = { Id: 't', Arn: 'arn:t' };
const NOW = '2026-03-01T09:00:01Z';
const inputOf = (more: Partial<Target>, of = event): string => inputFor(of, { ...target, ...more }, rule, NOW);
const transformed = (InputTemplate: string, InputPathsMap: Record<string, string> = {}, of = event): string =>
  inputOf({ InputTransformer: { InputTemplate, InputPathsMap } }, of);

test('a target gets the whole event where nothing else is said', () => {
  expect(JSON.parse(inputOf({}))).toEqual(event);
});

test('a target gets a constant, or a part of the event', () => {
  expect(inputOf({ Input: '{"fixed":1}' })).toBe('{"fixed":1}');
  expect(inputOf({ InputPath: '$.detail' })).toBe(JSON.stringify(event.detail));
  expect(inputOf({ InputPath: '$.detail.tags[1]' })).toBe('"y"');
  expect(inputOf({ InputPath: '$.resources[0]' })).toBe('"arn:aws:s3:::uploads"');
  expect(inputOf({ InputPath: '$.detail.constructor' })).toBe('{}');
});

describe('an input transformer', () => {
  const paths = { name: '$.detail.name', size: '$.detail.size', deep: '$.detail.deep', gone: '$.detail.none' };

  test('puts values in as JSON, and as text within a string', () => {
    expect(JSON.parse(transformed('{"n": <name>, "s": <size>, "d": <deep>}', paths))).toEqual({
      n: 'a "b"',
      s: 7,
      d: { on: true },
    });
    expect(JSON.parse(transformed('"<name> has <size> bytes"', paths))).toBe('a "b" has 7 bytes');
    expect(JSON.parse(transformed('"of size <size>"', paths))).toBe('of size 7');
    expect(JSON.parse(transformed('{"n": "<name>"}', paths))).toEqual({ n: 'a "b"' });
  });

  test('looks at each place of a value that stands in several', () => {
    expect(JSON.parse(transformed('{"n": <name>, "text": "named <name> here", "again": <name>}', paths))).toEqual({
      n: 'a "b"',
      text: 'named a "b" here',
      again: 'a "b"',
    });
  });

  test('knows the rule, the event and when it came', () => {
    const { detail: _, ...envelope } = event;
    const template =
      '{"rule": <aws.events.rule-name>, "arn": "<aws.events.rule-arn>", "at": <aws.events.event.ingestion-time>, "event": <aws.events.event>, "whole": <aws.events.event.json>}';
    expect(JSON.parse(transformed(template))).toEqual({
      rule: 'all',
      arn: rule.arn,
      at: NOW,
      event: envelope,
      whole: event,
    });
  });

  test('leaves what it does not know as it is', () => {
    expect(transformed('"<unknown> <constructor>"')).toBe('"<unknown> <constructor>"');
  });

  test('makes valid JSON of any text, in a string or on its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const of = { ...event, detail: { name } };
        const made = transformed(
          '{"own": <name>, "quoted": "<name>", "in": "-<name>-"}',
          { name: '$.detail.name' },
          of,
        );
        expect(JSON.parse(made)).toEqual({ own: name, quoted: name, in: `-${name}-` });
      }),
    );
  });
});
