/** A resource of a template with its intrinsics resolved. */
export type Resource = {
  stackName: string;
  logicalId: string;
  /** The construct's path, such as `Marquee-dev-Media/MakeRenditions/Resource`; the logical id where the template has none. */
  path: string;
  /** The line of the source that asked for it, such as `infra/media/media-stack.ts:62`, where the assembly tells. */
  madeAt?: string;
  type: string;
  properties: Readonly<Record<string, unknown>>;
  metadata: Readonly<Record<string, unknown>>;
};

export type DeployContext = {
  accountId: string;
  region: string;
  /** Folder of the cloud assembly, where file assets are. */
  assemblyFolder: string;
  /** A stable name for a resource that the template leaves unnamed, at most `longest` characters. */
  physicalName(resource: Resource, longest: number): string;
};

/** What `Ref` and `Fn::GetAtt` give for a created resource. */
export type Created = { ref: string; attributes: Readonly<Record<string, unknown>> };

/**
 * How one CloudFormation resource type becomes real. `create` runs at every start with the template's present
 * properties and must leave a resource that exists already with its data.
 */
export type ResourceType = {
  type: string;
  /** Top-level properties, or dotted paths to deeper ones, that the runtime honours. */
  honoured: readonly string[];
  /** Properties that are accepted and change nothing here, each with the reason. */
  withoutEffect?: Readonly<Record<string, string>>;
  create(resource: Resource, context: DeployContext): Promise<Created> | Created;
  /** The name of the resource where something of that name is there already: no stack may take what it did not make. */
  taken?(resource: Resource, context: DeployContext): Promise<string | undefined> | string | undefined;
  /** Removes what `create` made. Throws where AWS would refuse to; one that is gone already is no error. */
  remove?(resource: Resource, created: Created, context: DeployContext): Promise<void> | void;
};
