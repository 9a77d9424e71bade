import { AwsError } from './error.ts';
import type { FrontDoorRequest, FrontDoorResponse, Service } from './service.ts';
import { toXml } from './xml.ts';

/**
 * Turns the form of an AWS Query request into an operation's input: `Names.member.1=a` and `Names.1=a` become lists,
 * `Filter.Name=x` an object. Every value stays a string.
 */
export const queryInput = (form: string): { action: string; input: Record<string, unknown> } => {
  const tree: Tree = {};
  for (const [name, value] of new URLSearchParams(form)) put(tree, name.split('.'), value);
  const { Action, Version: _, ...input } = tree;
  if (typeof Action !== 'string')
    throw new AwsError('MissingAction', 'The request must contain the parameter Action.', 400);
  return { action: Action, input: collapse(input) as Record<string, unknown> };
};

type Tree = { [name: string]: string | Tree };

const put = (tree: Tree, path: readonly string[], value: string): void => {
  const [head = '', ...rest] = path;
  if (head === '__proto__') return;
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const existing = tree[head];
  const branch: Tree = typeof existing === 'object' ? existing : {};
  tree[head] = branch;
  put(branch, rest, value);
};

const collapse = (tree: string | Tree): unknown => {
  if (typeof tree === 'string') return tree;
  const names = Object.keys(tree);
  const member = tree.member;
  if (names.length === 1 && typeof member === 'object') return collapse(member);
  if (names.length > 0 && names.every((name) => /^[1-9]\d*$/.test(name))) {
    return names.sort((a, b) => Number(a) - Number(b)).map((name) => collapse(tree[name] ?? ''));
  }
  return Object.fromEntries(names.map((name) => [name, collapse(tree[name] ?? '')]));
};

/**
 * A `handle` for a service of the AWS Query protocol; lists in outputs are wrapped in `member` elements, and the members
 * that `maps` names become `entry` elements with `key` and `value`.
 */
export const queryHandler =
  (service: string, namespace: string, maps: readonly string[] = []): NonNullable<Service['handle']> =>
  async (request: FrontDoorRequest, context, cloud): Promise<FrontDoorResponse> => {
    const form = request.method === 'GET' ? request.url.search.slice(1) : request.body.toString();
    const { action, input } = queryInput(form);
    if (!cloud.operations(service)?.includes(action)) {
      const message = `Could not find operation ${action}; the embedded runtime does not support it.`;
      throw new AwsError('InvalidAction', message, 400);
    }
    const output = await cloud.call(service, action, input, context.principal, context);
    const body = toXml(
      `${action}Response`,
      {
        ...(Object.keys(output).length > 0 && { [`${action}Result`]: withEntries(output, maps) }),
        ResponseMetadata: { RequestId: context.requestId },
      },
      namespace,
    );
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  };

const withEntries = (output: Readonly<Record<string, unknown>>, maps: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(output).map(([name, member]) => [
      name,
      maps.includes(name)
        ? { entry: Object.entries(member as object).map(([key, value]) => ({ key, value })) }
        : withMembers(member),
    ]),
  );

const withMembers = (value: unknown): unknown => {
  if (Array.isArray(value)) return { member: value.map(withMembers) };
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withMembers(member)]));
};
