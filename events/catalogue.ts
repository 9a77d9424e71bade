import * as z from 'zod';
import type { Registered } from './registry.ts';

/** A file made from the registry: its path below the project's root and its content. */
export type GeneratedFile = { path: string; content: string };

type JsonSchema = z.core.JSONSchema.JSONSchema;

const jsonSchema = ({ contract }: Registered): JsonSchema => ({
  ...z.toJSONSchema(contract.strict),
  title: contract.detailType,
});

/** One JSON Schema a version of an event, named `<DetailType>.v<version>.json`, and the catalogue of all. */
export const generate = (registry: readonly Registered[]): GeneratedFile[] => [
  ...registry.map((registered) => ({
    path: `events/json-schema/${registered.contract.detailType}.v${registered.contract.version}.json`,
    content: `${JSON.stringify(jsonSchema(registered), null, 2)}\n`,
  })),
  { path: 'docs/events.md', content: catalogue(registry) },
];

const catalogue = (registry: readonly Registered[]): string => `# Events

Made by \`npm run generate\` from \`events/registry.ts\`; a test checks that it is fresh. Every event travels on the bus
\`marquee\` as \`{ source, detail-type, detail: { metadata, data } }\`. Producers send exactly these fields; consumers ignore
fields that they do not know. A version never changes once it is published.

## Metadata

${table(section(registry[0], 'metadata'))}
${registry.map(page).join('\n')}`;

const page = (registered: Registered): string => {
  const { contract, example, summary, producers, consumers } = registered;
  const file = `${contract.detailType}.v${contract.version}.json`;
  return `## ${contract.detailType} (version ${contract.version})

${summary}

- source: \`${contract.source}\`
- sent by: ${listed(producers)}
- starts: ${listed(consumers)}
- schema: [${file}](../events/json-schema/${file})

${table(section(registered, 'data'))}
\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`
`;
};

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'nothing yet' : names.map((name) => `\`${name}\``).join(', ');

const section = (registered: Registered | undefined, name: string): JsonSchema => {
  const found = registered && jsonSchema(registered).properties?.[name];
  if (!found || typeof found === 'boolean') throw new Error(`the registry holds no event with ${name}`);
  return found;
};

const table = (schema: JsonSchema): string =>
  `${['| field | type | meaning |', '| --- | --- | --- |', ...rows(schema, '')].join('\n')}\n`;

const rows = (schema: JsonSchema, prefix: string): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return [];
    const optional = schema.required?.includes(name) ? '' : ', optional';
    const row = `| \`${prefix}${name}\` | ${typeOf(field)}${optional} | ${field.description ?? ''} |`;
    return [row, ...rows(field, `${prefix}${name}.`)];
  });

const typeOf = (field: JsonSchema): string => {
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (field.type === 'array' && typeof field.items === 'object' && !Array.isArray(field.items)) {
    return `list of ${field.items.type}`;
  }
  return field.format ? `${field.type} (${field.format})` : String(field.type);
};
