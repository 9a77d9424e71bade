// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of Fn::Sub look so.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { references, resolve, type Scope, TemplateError } from './intrinsics.ts';

const REFS: Readonly<Record<string, unknown>> = { Bucket: 'the-bucket', 'AWS::Region': 'us-east-1' };
const scope: Scope = {
  ref: (name) => (Object.hasOwn(REFS, name) ? REFS[name] : undefined),
  attribute(logicalId, name) {
    if (logicalId !== 'Bucket' || name !== 'Arn') throw new TemplateError(`no ${name} of ${logicalId}`);
    return 'arn:aws:s3:::the-bucket';
  },
  condition(name) {
    if (name !== 'Yes' && name !== 'No') throw new TemplateError(`no condition ${name}`);
    return name === 'Yes';
  },
  mapping(map, key, name) {
    if (map !== 'Sizes') throw new TemplateError(`no mapping ${map}`);
    return `${key}-${name}`;
  },
  importValue(name) {
    if (name !== 'other:value') throw new TemplateError(`no export ${name}`);
    return 'imported';
  },
};
const NOTHING = { Ref: 'AWS::NoValue' };

describe('a value is resolved', () => {
  test.each<[unknown, unknown]>([
    [{ Ref: 'Bucket' }, 'the-bucket'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::the-bucket'],
    [{ 'Fn::GetAtt': 'Bucket.Arn' }, 'arn:aws:s3:::the-bucket'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Bucket' }, 1]] }, 'a/the-bucket/1'],
    [{ 'Fn::Join': ['-', { 'Fn::Split': ['/', 'a/b'] }] }, 'a-b'],
    [{ 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    [{ 'Fn::Select': ['0', { 'Fn::Split': [':', 'x:y'] }] }, 'x'],
    [
      { 'Fn::Sub': 'in ${AWS::Region}: ${Bucket.Arn}, ${!literal}' },
      'in us-east-1: arn:aws:s3:::the-bucket, ${literal}',
    ],
    [{ 'Fn::Sub': ['${own}/${Bucket}', { own: { Ref: 'Bucket' } }] }, 'the-bucket/the-bucket'],
    [{ 'Fn::If': ['Yes', 1, { Ref: 'Missing' }] }, 1],
    [{ 'Fn::If': ['No', 1, 2] }, 2],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Bucket' }, 'big'] }, 'the-bucket-big'],
    [{ 'Fn::ImportValue': 'other:value' }, 'imported'],
    [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
    [{ 'Fn::Equals': ['a', { 'Fn::Select': [0, ['a']] }] }, true],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { 'Fn::Not': [{ Condition: 'No' }] }] }, true],
    [{ 'Fn::Or': [{ Condition: 'No' }, { Condition: 'No' }] }, false],
    [{ 'Fn::ToJsonString': { a: { Ref: 'Bucket' } } }, '{"a":"the-bucket"}'],
    [{ 'Fn::Length': ['a', 'b'] }, 2],
    [{ a: NOTHING, b: [NOTHING, 1], c: { 'Fn::If': ['No', 1, NOTHING] } }, { b: [1] }],
    [
      { Statement: [{ Condition: { StringEquals: { a: { Ref: 'Bucket' } } } }] },
      { Statement: [{ Condition: { StringEquals: { a: 'the-bucket' } } }] },
    ],
    [NOTHING, undefined],
  ])('%j', (value, wanted) => {
    expect(resolve(value, scope)).toEqual(wanted);
  });
});

describe('what cannot be resolved is refused, by name', () => {
  test.each<[unknown, RegExp]>([
    [{ Ref: 'Missing' }, /Ref names Missing/],
    [{ Ref: 'constructor' }, /Ref names constructor/],
    [{ 'Fn::GetAtt': ['Bucket', 'Nothing'] }, /no Nothing of Bucket/],
    [{ 'Fn::Sub': '${Missing}' }, /Ref names Missing/],
    [{ 'Fn::Sub': '${toString}' }, /Ref names toString/],
    [{ 'Fn::Sub': '${AWS::NoValue}' }, /AWS::NoValue/],
    [{ 'Fn::Sub': ['${a}', 'text'] }, /Fn::Sub/],
    [{ 'Fn::Join': [',', 'text'] }, /Fn::Join takes a list/],
    [{ 'Fn::Join': [',', [{ a: 1 }]] }, /Fn::Join/],
    [{ 'Fn::Select': [5, ['a']] }, /item 5/],
    [{ 'Fn::Base64': NOTHING }, /Fn::Base64/],
    [{ 'Fn::If': ['Maybe', 1, 2] }, /no condition Maybe/],
    [{ 'Fn::Transform': {} }, /Fn::Transform is not supported/],
    [{ 'Fn::constructor': {} }, /not supported/],
    [{ 'Fn::ImportValue': 'none' }, /no export none/],
  ])('%j', (value, reason) => {
    expect(() => resolve(value, scope)).toThrow(TemplateError);
    expect(() => resolve(value, scope)).toThrow(reason);
  });
});

const functionName = fc.constantFrom(
  ...['Ref', 'Condition', 'Fn::GetAtt', 'Fn::Sub', 'Fn::If', 'Fn::Join', 'Fn::Select', 'Fn::Split', 'Fn::Base64'],
  ...['Fn::FindInMap', 'Fn::ImportValue', 'Fn::GetAZs', 'Fn::Equals', 'Fn::Not', 'Fn::And', 'Fn::Or'],
  ...['Fn::ToJsonString', 'Fn::Length', 'Fn::Cidr'],
);
const word = fc.oneof(
  fc.constantFrom('Bucket', 'Bucket.Arn', 'AWS::NoValue', 'Yes', 'Sizes', '${Bucket}', '${a}', 'toString', '__proto__'),
  fc.string({ maxLength: 6 }),
);
const template: fc.Memo<unknown> = fc.memo((depth): fc.Arbitrary<unknown> => {
  const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(NOTHING));
  if (depth <= 1) return leaf;
  return fc.oneof(
    leaf,
    fc.array(template(), { maxLength: 3 }),
    fc.dictionary(word, template(), { maxKeys: 3 }),
    fc.tuple(functionName, template()).map(([name, argument]) => ({ [name]: argument })),
    fc.tuple(functionName, fc.array(template(), { maxLength: 3 })).map(([name, argument]) => ({ [name]: argument })),
  );
});

test('whatever a template holds, it is resolved or refused with a TemplateError', () => {
  fc.assert(
    fc.property(template(4), (value) => {
      try {
        const resolved = resolve(value, scope);
        expect(JSON.stringify(resolved) ?? '').not.toMatch(/"(Ref|Fn::\w+)":/);
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
      }
      references(value);
    }),
    { numRuns: 1000 },
  );
});

test('references are found wherever they stand', () => {
  const value = {
    a: [{ Ref: 'One' }, { 'Fn::GetAtt': ['Two', 'Arn'] }, { 'Fn::GetAtt': 'Three.Arn' }],
    b: { 'Fn::Sub': ['${Four} ${Five.Arn} ${!Six} ${own}', { own: { Ref: 'Seven' } }] },
  };
  expect([...references(value)].sort()).toEqual(['Five', 'Four', 'One', 'Seven', 'Three', 'Two', 'own'].sort());
});
