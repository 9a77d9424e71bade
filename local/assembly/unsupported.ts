import type { Resource, ResourceType } from './resource-type.ts';

/** Something that a template asks for and the runtime does not do. */
export type Unsupported = { path: string; type: string; property?: string };

/** Properties that any resource may have and nothing here reads. */
const EVERYWHERE = ['Tags', 'UserPoolTags'];

/** The properties of a resource that its type neither honours nor declares to be without effect here, by dotted path. */
export const unsupportedProperties = ({ properties, path, type }: Resource, known: ResourceType): Unsupported[] => {
  const accepted = [...EVERYWHERE, ...known.honoured, ...Object.keys(known.withoutEffect ?? {})];
  const found: Unsupported[] = [];
  const look = (value: unknown, property: string): void => {
    if (accepted.includes(property)) return;
    if (!accepted.some((name) => name.startsWith(`${property}.`))) found.push({ path, type, property });
    else if (Array.isArray(value)) for (const item of value) look(item, property);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) look(item, `${property}.${key}`);
    }
  };
  for (const [property, value] of Object.entries(properties)) if (value !== undefined) look(value, property);
  return unique(found);
};

const unique = (items: readonly Unsupported[]): Unsupported[] => [
  ...new Map(items.map((item) => [item.property, item])).values(),
];

/** One line for whoever starts the runtime. */
export const describe = ({ path, type, property }: Unsupported): string =>
  property
    ? `${path} (${type}): ${property} has no effect here`
    : `${path}: ${type} is not supported here and was left out`;
