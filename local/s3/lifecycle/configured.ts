import { notImplemented } from '../not-implemented.ts';
import type { Tag } from '../tags.ts';
import { checkRules, generatedId, type Rule } from './rule.ts';

type Filter = {
  Prefix?: string;
  Tag?: Tag;
  ObjectSizeGreaterThan?: number | string;
  ObjectSizeLessThan?: number | string;
};

/** A rule as the API has it. */
export type ConfiguredRule = {
  ID?: string;
  Status?: string;
  Prefix?: string;
  Filter?: Filter & { And?: Filter & { Tags?: Tag[] } };
  Expiration?: { Days?: number | string; Date?: string | Date; ExpiredObjectDeleteMarker?: unknown };
  AbortIncompleteMultipartUpload?: { DaysAfterInitiation?: number | string };
};

/** What rules may have on AWS that changes nothing which a laptop keeps, or needs versions, which are not kept here. */
const REFUSED = [
  'Transitions',
  'Transition',
  'NoncurrentVersionTransitions',
  'NoncurrentVersionTransition',
  'NoncurrentVersionExpiration',
];

const number = (value: number | string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);

/** The rules of a call. Throws `NotImplemented` by name for what is not carried out, and as S3 would. */
export const configuredRules = (rules: readonly ConfiguredRule[]): readonly Rule[] =>
  checkRules(
    rules.map((rule) => {
      const refused = Object.keys(rule).find((name) => REFUSED.includes(name));
      if (refused) throw notImplemented(refused, 'rule', `: ${refused}`);
      if (rule.Expiration?.ExpiredObjectDeleteMarker !== undefined)
        throw notImplemented('ExpiredObjectDeleteMarker', 'rule', ': ExpiredObjectDeleteMarker');
      const { And, ...only } = rule.Filter ?? {};
      const filter = { ...only, ...And };
      const tags = [...(And?.Tags ?? []), ...(only.Tag ? [only.Tag] : [])];
      return {
        id: rule.ID || generatedId(rule),
        enabled: rule.Status === 'Enabled',
        prefix: filter.Prefix ?? rule.Prefix ?? '',
        tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
        largerThan: number(filter.ObjectSizeGreaterThan),
        smallerThan: number(filter.ObjectSizeLessThan),
        expiresAfterDays: number(rule.Expiration?.Days),
        expiresAt: rule.Expiration?.Date === undefined ? undefined : new Date(rule.Expiration.Date).getTime(),
        abortAfterDays: number(rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation),
      };
    }),
  );

/** Rules as the API tells them. */
export const toldRules = (rules: readonly Rule[]): object[] =>
  rules.map((rule) => {
    const filters: Filter[] = [
      ...(rule.prefix === '' ? [] : [{ Prefix: rule.prefix }]),
      ...(rule.largerThan === undefined ? [] : [{ ObjectSizeGreaterThan: rule.largerThan }]),
      ...(rule.smallerThan === undefined ? [] : [{ ObjectSizeLessThan: rule.smallerThan }]),
    ];
    const tags = Object.entries(rule.tags).map(([Key, Value]) => ({ Key, Value }));
    const single = filters.length + tags.length <= 1;
    const Filter = single
      ? (filters[0] ?? (tags[0] ? { Tag: tags[0] } : { Prefix: '' }))
      : { And: { ...Object.assign({}, ...filters), ...(tags.length > 0 && { Tags: tags }) } };
    return {
      ID: rule.id,
      Filter,
      Status: rule.enabled ? 'Enabled' : 'Disabled',
      ...(rule.expiresAfterDays !== undefined && { Expiration: { Days: rule.expiresAfterDays } }),
      ...(rule.expiresAt !== undefined && { Expiration: { Date: new Date(rule.expiresAt) } }),
      ...(rule.abortAfterDays !== undefined && {
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: rule.abortAfterDays },
      }),
    };
  });
