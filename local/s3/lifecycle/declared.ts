import type { Tag } from '../tags.ts';
import { checkRules, generatedId, type Rule } from './rule.ts';

/** A rule as `AWS::S3::Bucket` has it; only what the runtime carries out. */
export type DeclaredRule = {
  Id?: string;
  Status?: string;
  Prefix?: string;
  TagFilters?: Tag[];
  ObjectSizeGreaterThan?: number | string;
  ObjectSizeLessThan?: number | string;
  ExpirationInDays?: number | string;
  ExpirationDate?: string;
  AbortIncompleteMultipartUpload?: { DaysAfterInitiation?: number | string };
};

const number = (value: number | string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);

/** The rules of a template. Throws as S3 would. */
export const declaredRules = (rules: readonly DeclaredRule[]): readonly Rule[] =>
  checkRules(
    rules.map((rule) => ({
      id: rule.Id ?? generatedId(rule),
      enabled: rule.Status === 'Enabled',
      prefix: rule.Prefix ?? '',
      tags: Object.fromEntries((rule.TagFilters ?? []).map(({ Key, Value }) => [Key, Value])),
      largerThan: number(rule.ObjectSizeGreaterThan),
      smallerThan: number(rule.ObjectSizeLessThan),
      expiresAfterDays: number(rule.ExpirationInDays),
      expiresAt: rule.ExpirationDate === undefined ? undefined : Date.parse(rule.ExpirationDate),
      abortAfterDays: number(rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation),
    })),
  );
