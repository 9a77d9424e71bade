import type { ResourceType } from '../assembly/resource-type.ts';
import type { Service } from '../aws/service.ts';
import { APIS, OWN } from './apis.ts';
import { type JudgedOperation, type JudgedType, judgeService, judgeType } from './judge.ts';
import { propertiesOf } from './properties-of.ts';

const HEAD = `# Parity with AWS

Made by \`npm run generate\` from what the code declares of each operation and resource type; a test checks that it is fresh,
and another sends every member of every operation with the SDK's own clients and finds it honoured, declared or refused.

- **exact**: every member of the input is honoured, and nothing is known in which it differs from AWS.
- **partial**: it is there, with the differences that are listed; a member that is *refused* fails the call and is named.
- **refused**: it is not there; a call fails and names it.
`;

const TYPES = `## CloudFormation's resource types

What is *refused* fails the resource in a stack that comes over the wire, and stands on the terminal where the cloud assembly
asks for it. A type that is not listed is refused in the same ways.

| type | honoured | without effect | refused |
| --- | --- | --- | --- |
`;

/** `docs/parity.md`: how each operation of AWS and each resource type stands in the runtime. */
export const renderParity = (services: readonly Service[], types: readonly ResourceType[]): string => {
  const judged = Object.entries(APIS).flatMap(([name, api]) => {
    const service = services.find((each) => each.name === name);
    return service ? [{ name, title: api.title, operations: judgeService(api, service) }] : [];
  });
  const rows = judged.map(({ title, operations }) => `| ${title} | ${counts(operations).join(' | ')} |`);
  const summary = ['| service | exact | partial | refused |', '| --- | --: | --: | --: |', ...rows].join('\n');
  const own = services.filter(({ name }) => OWN.has(name)).map(({ name }) => `\`${name}\``);
  return [
    HEAD,
    `${summary}\n`,
    `The service ${own.join(', ')} and S3's \`PostObject\`, which takes a browser's form, are the runtime's own.\n`,
    ...judged.map(section),
    `${TYPES}${[...types].sort(byType).map(typeRow).join('\n')}\n`,
  ].join('\n');
};

const counts = (operations: readonly JudgedOperation[]): number[] =>
  (['exact', 'partial', 'refused'] as const).map(
    (verdict) => operations.filter((operation) => operation.verdict === verdict).length,
  );

type Judged = { name: string; title: string; operations: readonly JudgedOperation[] };

const section = ({ name, title, operations }: Judged): string => {
  const there = operations.filter(({ verdict }) => verdict !== 'refused');
  const missing = operations.filter(({ verdict }) => verdict === 'refused').map((operation) => `\`${operation.name}\``);
  return [
    `## ${title} (\`${name}\`)\n`,
    '| operation | parity | difference |',
    '| --- | --- | --- |',
    ...there.map((operation) => `| ${operation.name} | ${operation.verdict} | ${cell(difference(operation))} |`),
    ...(missing.length === 0 ? [] : [`\nrefused: ${missing.join(', ')}`]),
    '',
  ].join('\n');
};

const difference = ({ differs, withoutEffect, refused }: JudgedOperation): string =>
  [
    ...(differs === undefined ? [] : [sentence(differs)]),
    ...reasons(withoutEffect).map((reason) => `Without effect: ${reason}.`),
    ...(refused.length === 0 ? [] : [`Refused: ${code(refused)}.`]),
  ].join(' ');

/** Members with the same reason stand together. */
const reasons = (withoutEffect: Readonly<Record<string, string>>): string[] =>
  Object.entries(Object.groupBy(Object.entries(withoutEffect), ([, reason]) => reason)).map(
    ([reason, members = []]) => `${code(members.map(([member]) => member).sort())} (${reason})`,
  );

const byType = (one: ResourceType, other: ResourceType): number => (one.type < other.type ? -1 : 1);

const typeRow = (type: ResourceType): string => {
  const judged: JudgedType = judgeType(type, propertiesOf(type.type));
  const columns = [code(judged.honoured), reasons(judged.withoutEffect).join('; '), code(judged.refused)];
  return `| \`${judged.type}\` | ${columns.map(cell).join(' | ')} |`;
};

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** Text that cannot end a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
