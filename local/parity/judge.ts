import type { ResourceType } from '../assembly/resource-type.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Api } from './api.ts';

export type Verdict = 'exact' | 'partial' | 'refused';

/** How one operation of AWS stands in the runtime. */
export type JudgedOperation = {
  name: string;
  verdict: Verdict;
  /** How it is otherwise than AWS. */
  differs?: string;
  /** Members that are accepted and change nothing, with the reason. */
  withoutEffect: Readonly<Record<string, string>>;
  /** Members that are refused by name. */
  refused: readonly string[];
};

/** Judges every operation of an API by what the service declares of it: the code itself, not a list kept beside it. */
export const judgeService = (api: Api, { operations }: Service): JudgedOperation[] =>
  [...api.operations.values()].map(({ name, members }) => judgeOperation(name, [...members.keys()], operations[name]));

const judgeOperation = (name: string, all: readonly string[], operation: Operation | undefined): JudgedOperation => {
  if (!operation) return { name, verdict: 'refused', withoutEffect: {}, refused: [] };
  const { members = [], withoutEffect = {}, differs } = operation;
  const refused = all.filter((member) => !members.includes(member) && !Object.hasOwn(withoutEffect, member));
  const exact = refused.length === 0 && Object.keys(withoutEffect).length === 0 && differs === undefined;
  return { name, verdict: exact ? 'exact' : 'partial', differs, withoutEffect, refused };
};

/** How one resource type of CloudFormation stands in the runtime. */
export type JudgedType = {
  type: string;
  honoured: readonly string[];
  withoutEffect: Readonly<Record<string, string>>;
  refused: readonly string[];
};

/** Judges a resource type by what it declares; `properties` are all that CloudFormation documents at its top level. */
export const judgeType = (
  { type, honoured, withoutEffect = {} }: ResourceType,
  properties: readonly string[],
): JudgedType => {
  const known = [...honoured, ...Object.keys(withoutEffect)].map((path) => path.split('.', 1)[0]);
  const tags: Readonly<Record<string, string>> =
    properties.includes('Tags') && !known.includes('Tags') ? { Tags: 'nothing here asks for tags of it' } : {};
  return {
    type,
    honoured: [...honoured].sort(),
    withoutEffect: { ...withoutEffect, ...tags },
    refused: properties.filter((property) => property !== 'Tags' && !known.includes(property)),
  };
};
