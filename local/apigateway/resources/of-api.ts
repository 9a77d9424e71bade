import type { Resource } from '../../assembly/resource-type.ts';
import type { Api, Apis } from '../model.ts';

/** The API that a resource belongs to. Throws in CloudFormation's manner where there is none. */
export const apiOf = (apis: Apis, { properties }: Resource): Api => {
  const api = apis.get(String(properties.ApiId));
  if (!api) throw new Error(`Invalid API identifier specified: there is no API ${properties.ApiId}`);
  return api;
};

/** A property that has to be one of a few texts. */
export const oneOf = <const Text extends string>(name: string, value: unknown, allowed: readonly Text[]): Text => {
  const found = allowed.find((text) => text === value);
  if (found === undefined) throw new Error(`${name} ${value} is not supported; it may be ${allowed.join(', ')}`);
  return found;
};

/** A property that has to be a whole number between two others, both included. */
export const between = (name: string, value: unknown, least: number, most: number): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
  return number;
};

/** Members that are there, so that what is left out stays out. */
export const present = <Members extends object>(
  members: Members,
): { [Name in keyof Members]: NonNullable<Members[Name]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null)) as never;
