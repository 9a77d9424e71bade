import jsonata from 'jsonata';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);

/** Members of a node that are evaluated against what the node itself gives, not against the outermost context. */
const INNER = new Set(['group', 'predicate', 'stages']);
/** What `$states` has in some fields only. */
const RESERVED = ['result', 'errorOutput'];

/**
 * What of an expression that parses Step Functions does not take, in AWS's words. An expression has no context of its own:
 * names stand behind `$states` or a variable, `$$` leads nowhere, and `$states` has only the members in `reserved`.
 */
export const unsupportedIn = (text: string, reserved: readonly string[]): string[] => {
  const found = new Set<string>();
  const path = ([first, second, ...rest]: readonly unknown[], outermost: boolean): void => {
    if (isNode(first) && isNode(second) && first.type === 'variable' && first.value === 'states') {
      const member = String(second.value);
      if (RESERVED.includes(member) && !reserved.includes(member))
        found.add(`Field '$states.${member}' does not exist.`);
    }
    if (outermost && isNode(first) && first.type === 'name')
      found.add(`Reference to '${first.value}' at the top level is not supported.`);
    walk(first, outermost);
    for (const step of [second, ...rest]) walk(step, false);
  };
  const walk = (node: unknown, outermost: boolean): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item, outermost);
      return;
    }
    if (!isNode(node)) return;
    if (node.type === 'variable' && node.value === '$') found.add("Reference to '$$' is not supported.");
    for (const [key, member] of Object.entries(node)) {
      if (node.type === 'path' && key === 'steps') path(member as unknown[], outermost);
      else if (node.type === 'transform') walk(member, false);
      else if (!(node.type === 'lambda' && key === 'arguments')) walk(member, outermost && !INNER.has(key));
    }
  };
  walk(jsonata(text).ast(), true);
  return [...found];
};
