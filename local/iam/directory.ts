import type { Created, Resource, ResourceType } from '../assembly/resource-type.ts';

/** `from` is the construct's path, with the line of the source that asked for it. */
type Entry = { from: string; tags: Readonly<Record<string, string>> };

/** Which construct of a template made which resource, and its tags, so that a refusal can name what it is about. */
export class Directory {
  readonly #entries = new Map<string, Entry>();

  /** A resource type that notes what it makes, until it removes it. */
  noting(type: ResourceType): ResourceType {
    const { create, remove } = type;
    return {
      ...type,
      create: async (resource, context) => {
        const created = await create(resource, context);
        this.#add(resource, created);
        return created;
      },
      ...(remove && {
        remove: async (resource, created, context) => {
          await remove(resource, created, context);
          for (const arn of arnsOf(created)) this.#entries.delete(arn);
        },
      }),
    };
  }

  /** The construct of a resource or of what it contains, such as an object of a bucket. */
  constructOf(arn: string): string | undefined {
    return this.#find(arn)?.from;
  }

  /** The tags that a resource is judged by. */
  tagsOf(arn: string): Readonly<Record<string, string>> {
    return this.#find(tagged(arn))?.tags ?? NONE;
  }

  #add({ path, madeAt, properties }: Resource, created: Created): void {
    // CDK's constructs wrap the resource proper, which is called Resource.
    const from = `${path.replace(/\/Resource$/, '')}${madeAt === undefined ? '' : ` (${madeAt})`}`;
    const entry = { from, tags: tagsOf(properties.Tags) };
    for (const arn of arnsOf(created)) this.#entries.set(arn, entry);
  }

  #find(arn: string): Entry | undefined {
    for (let part = arn; part.split(':').length >= PARTS; part = part.slice(0, Math.max(0, lastBreak(part)))) {
      const entry = this.#entries.get(part);
      if (entry) return entry;
    }
    return undefined;
  }
}

/** What policies may call a resource; one without an ARN is nothing that they could name. */
const arnsOf = ({ ref, attributes }: Created): string[] =>
  [attributes.Arn, attributes.TopicArn, ref].map(String).filter((name) => name.startsWith('arn:'));

/**
 * What carries the tags of an ARN: versions and aliases of a function have none of their own and are judged by the function's.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/attribute-based-access-control.html
 */
const tagged = (arn: string): string => arn.replace(/^(arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:]+):.+$/, '$1');

/** Parts of the shortest ARN. */
const PARTS = 6;

const NONE: Readonly<Record<string, string>> = {};

const lastBreak = (arn: string): number => Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':'));

/** Tags as templates have them: a list of keys and values, or a map. */
const tagsOf = (tags: unknown): Readonly<Record<string, string>> => {
  if (Array.isArray(tags)) return Object.fromEntries(tags.map(({ Key, Value }) => [String(Key), String(Value)]));
  return typeof tags === 'object' && tags !== null ? (tags as Record<string, string>) : NONE;
};
