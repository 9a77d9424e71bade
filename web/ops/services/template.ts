/** A template of CloudFormation, as far as a map of it needs it. */
export type Template = {
  Resources?: Readonly<Record<string, TemplateResource>>;
  Outputs?: Readonly<Record<string, { Value?: unknown; Export?: { Name?: unknown } }>>;
};

export type TemplateResource = { Type: string; Properties?: Readonly<Record<string, unknown>> };

/** A resource of any of the stage's stacks: `Marquee-dev-Chat/ChatTable4603252B`. */
export type ResourceId = string;

export const idOf = (stack: string, logicalId: string): ResourceId => `${stack}/${logicalId}`;

/** Reads a template's text; one that is none is empty. */
export const readTemplate = (body: string | undefined): Template => {
  try {
    return JSON.parse(body ?? '{}') as Template;
  } catch {
    return {}; // YAML, which no stack of Marquee is made of
  }
};

/** What names other resources within a text: `${Table.Arn}` of `Fn::Sub`, where `${!` is no reference. */
const SUBSTITUTED = /\$\{([^!}.][^}.]*)(?:\.[^}]*)?\}/g;

/** Templates whose exports import each other without end are not asked further. */
const DEEP = 8;

type Exported = { stack: string; value: unknown };

/** All resources that a value of a template refers to, in whichever stack they are. */
export type References = (stack: string, value: unknown) => readonly ResourceId[];

/** Follows `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::ImportValue` and `Fn::GetStackOutput` through the templates of a stage. */
export const referencesIn = (templates: ReadonlyMap<string, Template>): References => {
  const exports = new Map<string, Exported>();
  for (const [stack, { Outputs = {} }] of templates)
    for (const { Value, Export } of Object.values(Outputs))
      if (typeof Export?.Name === 'string') exports.set(Export.Name, { stack, value: Value });

  const has = (stack: string, logicalId: string): boolean => templates.get(stack)?.Resources?.[logicalId] !== undefined;

  const collect = (stack: string, value: unknown, into: Set<ResourceId>, depth: number): void => {
    if (depth > DEEP || value === null || typeof value !== 'object') return;
    const named = (logicalId: unknown): void => {
      if (typeof logicalId === 'string' && has(stack, logicalId)) into.add(idOf(stack, logicalId));
    };
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Ref') named(inner);
      else if (key === 'Fn::GetAtt') named(Array.isArray(inner) ? inner[0] : String(inner).split('.')[0]);
      else if (key === 'Fn::ImportValue') {
        const found = exports.get(String(inner));
        if (found) collect(found.stack, found.value, into, depth + 1);
      } else if (key === 'Fn::GetStackOutput') {
        const { StackName = '', OutputName = '' } = inner as { StackName?: string; OutputName?: string };
        collect(StackName, templates.get(StackName)?.Outputs?.[OutputName]?.Value, into, depth + 1);
      } else {
        if (key === 'Fn::Sub')
          for (const [, logicalId] of String(Array.isArray(inner) ? inner[0] : inner).matchAll(SUBSTITUTED))
            named(logicalId);
        collect(stack, inner, into, depth);
      }
    }
  };

  return (stack, value) => {
    const found = new Set<ResourceId>();
    collect(stack, value, found, 0);
    return [...found];
  };
};
