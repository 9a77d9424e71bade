import type { Permission } from '../aws/service.ts';
import type { Directory } from './directory.ts';

/** The names under which requests bring tags. */
const MEMBERS = ['Tags', 'tags'] as const;

/** A permission with the tags that conditions may ask for: those that the request brings and those of the resource. */
export const withTags = (permission: Permission, input: object, directory: Directory): Permission => {
  const requested = MEMBERS.map((member) => (input as Record<string, unknown>)[member]).find(Boolean);
  const own = Object.entries(directory.tagsOf(permission.resource));
  if (requested === undefined && own.length === 0) return permission;
  const tags = requested === undefined ? [] : pairsOf(requested);
  return {
    ...permission,
    context: {
      ...Object.fromEntries(own.map(([key, value]) => [`aws:ResourceTag/${key}`, [value]])),
      ...Object.fromEntries(tags.map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
      ...(tags.length > 0 && { 'aws:TagKeys': tags.map(([key]) => key) }),
      ...permission.context,
    },
  };
};

/** Lists of `{ Key, Value }` or `{ key, value }`, or a map. */
const pairsOf = (tags: unknown): [string, string][] => {
  if (!Array.isArray(tags)) return Object.entries(tags as object).map(([key, value]) => [key, String(value)]);
  return tags
    .filter((tag) => typeof tag === 'object' && tag !== null)
    .map(({ Key, Value, key, value }) => [String(Key ?? key), String(Value ?? value ?? '')]);
};
