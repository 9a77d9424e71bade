import { LostArgument } from './arguments.ts';
import type { Json, JsonObject } from './recording.ts';

/**
 * Recordings print some arguments as objects of the recording tool, without what is in them. Where the recorded answers
 * tell what it was, the argument is taken from there.
 */
export type Recovery = {
  /** What the case recorded after the step, answer by answer. */
  later: readonly Json[];
  /** The ARN of the machine that the case made last, as it is at this endpoint. */
  machineArn: string;
  /** Keys of tags that the case takes away later. */
  tagKeys: readonly string[];
  /** How many versions of it the case has made so far. */
  versions: number;
  /** A text of the recordings as it is at this endpoint. */
  resolve: (text: string) => string;
  /** Objects seen so far in the case, by their printed address. */
  seen: Map<string, number>;
};

const OBJECT = /^<[\w.]+\.(\w+) object at (0x[\da-f]+)>$/;

/** The names of the arguments that the recording lost. */
export const lostIn = (args: JsonObject): string[] =>
  Object.keys(args).filter((name) => OBJECT.test(String([args[name] ?? null].flat()[0])));

/** The arguments of a step with what could be recovered. Throws `LostArgument` where nothing tells what an argument was. */
export const recover = (args: JsonObject, recovery: Recovery): JsonObject =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, recovered(value, recovery)]));

const recovered = (value: Json, recovery: Recovery): Json => {
  const objects = (Array.isArray(value) ? value : [value]).map((item) => OBJECT.exec(String(item)));
  const kind = objects[0]?.[1];
  if (kind === undefined) return value;
  const addresses = objects.map((object) => object?.[2] ?? '');
  if (kind === 'Tag') return tags(addresses.length, recovery);
  if (kind === 'RoutingConfigurationListItem') return routing(addresses, recovery);
  if (kind === 'LoggingConfiguration') return logging(recovery);
  throw new LostArgument(`The recording has ${JSON.stringify(value)} in place of an argument.`);
};

/** Tags as they are listed later; a list that was longer named one twice. Where none are listed, any will do. */
const tags = (count: number, { later, tagKeys }: Recovery): Json => {
  const listed = found(later, 'tags');
  const known = Array.isArray(listed) ? listed : [];
  return Array.from({ length: count }, (_, index): Json => {
    const number = index + 1;
    return (
      known[Math.min(index, known.length - 1)] ?? { key: tagKeys[index] ?? `key${number}`, value: `value${number}` }
    );
  });
};

const logging = ({ later, resolve }: Recovery): Json => {
  const described = found(later, 'loggingConfiguration');
  if (described === undefined) throw new LostArgument('No answer tells which logging configuration this was.');
  return JSON.parse(resolve(JSON.stringify(described))) as Json;
};

/** A routing as it is described or refused later; else the first versions, each object of the tool another one. */
const routing = (addresses: readonly string[], { later, machineArn, versions: made, seen }: Recovery): Json => {
  const versions = (numbers: readonly string[], weights: readonly number[]): Json =>
    numbers.map((number, index) => ({
      stateMachineVersionArn: number === '' ? machineArn : `${machineArn}:${number}`,
      weight: weights[index] ?? 0,
    }));
  for (const address of addresses) if (!seen.has(address)) seen.set(address, seen.size + 1);
  const even = addresses.map(() => 100 / addresses.length);
  const described = found(later, 'routingConfiguration');
  if (Array.isArray(described) && described.length === addresses.length) {
    const items = described as { stateMachineVersionArn: string; weight: number }[];
    return versions(
      items.map((item) => numberOf(item.stateMachineVersionArn)),
      items.map(({ weight }) => weight),
    );
  }
  const message = String(found(later.slice(0, 1), 'exception_value') ?? '');
  const arns = [...message.matchAll(/arn:[^\s,\]]+stateMachine:[^\s,\]]+/g)].map(([arn]) => numberOf(arn));
  const weights = [...message.matchAll(/weight=(-?\d+)/g)].map(([, weight]) => Number(weight));
  const [, sums] = /weights must equal 100\. Received: \[([^\]]+)\]/.exec(message) ?? [];
  const [, single] = /(?:Value '|value: )(-?\d+)'?(?: at|, valid)/.exec(message) ?? [];
  if (arns.length === addresses.length) return versions(arns, weights.length === arns.length ? weights : even);
  const numbers = addresses.map((address, index) =>
    String(addresses.length > 1 ? index + 1 : Math.min(seen.get(address) ?? 1, Math.max(1, made))),
  );
  if (sums !== undefined) return versions(numbers, sums.split(', ').map(Number));
  return versions(numbers, single !== undefined && /weight/.test(message) ? [Number(single)] : even);
};

/** The version in an ARN of the recordings, whose machine stands there as a placeholder; empty for the machine itself. */
const numberOf = (arn: string): string => /:(\d+)$/.exec(arn)?.[1] ?? '';

/** The first member of this name in any of the answers. */
const found = (answers: readonly Json[], name: string): Json | undefined => {
  for (const answer of answers) {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) continue;
    if (answer[name] !== undefined) return answer[name];
  }
  return undefined;
};
