import { nameOf, type Resource } from '../system/system.ts';
import { type EdgeKind, verbsOf } from './grants.ts';
import type { Template, TemplateResource } from './template.ts';
import { idOf, type References, type ResourceId, referencesIn } from './template.ts';

export type NodeKind =
  | 'site'
  | 'api'
  | 'socket'
  | 'schedule'
  | 'bucket'
  | 'bus'
  | 'rule'
  | 'workflow'
  | 'function'
  | 'table'
  | 'queue';

/** A part of the system that others call or that calls others. */
export type MapNode = {
  id: ResourceId;
  kind: NodeKind;
  /** As the console speaks of it; `key` is the same where no other has the name, and names it in addresses. */
  name: string;
  key: string;
  /** The last word of its stack's name: `chat`. */
  domain: string;
  stack: string;
  logicalId: string;
  physicalId: string;
  /** What it is for, where the template tells: `POST /assets`, `PublishRequested`. */
  says: readonly string[];
  properties: Readonly<Record<string, unknown>>;
};

/** One uses another; what happens goes from `from` to `to`. */
export type MapEdge = { from: ResourceId; to: ResourceId; kind: EdgeKind; says: string };

export type SystemMap = { nodes: readonly MapNode[]; edges: readonly MapEdge[] };

const KINDS: Readonly<Record<string, NodeKind>> = {
  'AWS::CloudFront::Distribution': 'site',
  'AWS::Scheduler::ScheduleGroup': 'schedule',
  'AWS::S3::Bucket': 'bucket',
  'AWS::Events::EventBus': 'bus',
  'AWS::Events::Rule': 'rule',
  'AWS::StepFunctions::StateMachine': 'workflow',
  'AWS::Lambda::Function': 'function',
  'AWS::DynamoDB::Table': 'table',
  'AWS::DynamoDB::GlobalTable': 'table',
  'AWS::SQS::Queue': 'queue',
};

const kindOf = ({ Type, Properties }: TemplateResource): NodeKind | undefined => {
  if (Type === 'AWS::ApiGatewayV2::Api') return Properties?.ProtocolType === 'WEBSOCKET' ? 'socket' : 'api';
  return KINDS[Type];
};

type Entry = { id: ResourceId; stack: string; logicalId: string; type: string; properties: Record<string, unknown> };

const entriesOf = (templates: ReadonlyMap<string, Template>): Entry[] =>
  [...templates].flatMap(([stack, { Resources = {} }]) =>
    Object.entries(Resources).map(([logicalId, { Type, Properties = {} }]) => ({
      ...{ id: idOf(stack, logicalId), stack, logicalId, type: Type, properties: Properties },
    })),
  );

/** The map of a stage: its parts as the templates have them, and who uses what, through every stack. */
export const mapOf = (templates: ReadonlyMap<string, Template>, resources: readonly Resource[]): SystemMap => {
  const entries = entriesOf(templates);
  const physical = new Map(resources.map(({ stack, logicalId, physicalId }) => [idOf(stack, logicalId), physicalId]));
  const nodes = nodesOf(entries, physical);
  const edges = edgesOf(entries, nodes, referencesIn(templates));
  return { nodes: withWords(nodes, edges), edges };
};

/** `chat` of `Marquee-dev-Chat`. */
export const domainOf = (stack: string): string => (stack.split('-').at(-1) ?? stack).toLowerCase();

const detailTypes = ({ EventPattern }: Readonly<Record<string, unknown>>): string[] => {
  const types = (EventPattern as { 'detail-type'?: unknown } | undefined)?.['detail-type'];
  return Array.isArray(types) ? types.map((type) => (typeof type === 'string' ? type : JSON.stringify(type))) : [];
};

const nodesOf = (entries: readonly Entry[], physical: ReadonlyMap<ResourceId, string>): MapNode[] => {
  const nodes = entries.flatMap(({ id, stack, logicalId, type, properties }): MapNode[] => {
    const kind = kindOf({ Type: type, Properties: properties });
    if (!kind) return [];
    const name = nameOf({ type, logicalId });
    return [
      {
        ...{ id, kind, name, key: name, domain: domainOf(stack), stack, logicalId, properties },
        physicalId: physical.get(id) ?? '',
        says: kind === 'rule' ? detailTypes(properties) : [],
      },
    ];
  });
  return nodes.map((node) => {
    const same = nodes.filter(({ name }) => name === node.name);
    if (same.length === 1) return node;
    const alike = same.filter(({ domain }) => domain === node.domain);
    return { ...node, key: alike.length === 1 ? `${node.domain}.${node.name}` : `${node.kind}.${node.logicalId}` };
  });
};

/** Routes stand at the function that answers them. */
const withWords = (nodes: readonly MapNode[], edges: readonly MapEdge[]): MapNode[] =>
  nodes.map((node) => {
    const routes = edges.filter(({ to, kind }) => to === node.id && kind === 'route').map(({ says }) => says);
    return routes.length > 0 ? { ...node, says: routes } : node;
  });

const edgesOf = (entries: readonly Entry[], nodes: readonly MapNode[], refs: References): MapEdge[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const shown = new Set(nodes.map(({ id }) => id));
  const found = new Map<string, MapEdge>();

  /** The part that a resource stands for: an alias or a version for its function, an integration for what it calls. */
  const behind = (id: ResourceId, depth = 0): ResourceId[] => {
    if (shown.has(id)) return [id];
    const entry = byId.get(id);
    if (!entry || depth > 4) return [];
    const { FunctionName, IntegrationUri } = entry.properties;
    if (/^AWS::Lambda::(Alias|Version)$/.test(entry.type)) return partsIn(entry.stack, FunctionName, depth + 1);
    if (entry.type === 'AWS::ApiGatewayV2::Integration') return partsIn(entry.stack, IntegrationUri, depth + 1);
    return [];
  };
  const partsIn = (stack: string, value: unknown, depth = 0): ResourceId[] =>
    refs(stack, value).flatMap((id) => behind(id, depth));

  const connect = (froms: readonly ResourceId[], tos: readonly ResourceId[], kind: EdgeKind, says = ''): void => {
    for (const from of froms)
      for (const to of tos) {
        const known = found.get(`${from} ${to} ${kind}`);
        const words = [...new Set([...(known?.says.split(', ') ?? []), says])].filter(Boolean).join(', ');
        if (from !== to) found.set(`${from} ${to} ${kind}`, { from, to, kind, says: words });
      }
  };

  const holders = holdersOf(entries, refs);
  for (const { id, stack, type, properties } of entries) {
    if (type === 'AWS::Events::Rule') {
      const { EventBusName, EventPattern, Targets } = properties;
      connect(partsIn(stack, EventBusName), [id], 'event', detailTypes(properties).join(', '));
      connect(partsIn(stack, EventPattern), [id], 'event', detailTypes(properties).join(', '));
      for (const target of (Targets ?? []) as { Arn?: unknown; DeadLetterConfig?: unknown }[]) {
        connect([id], partsIn(stack, target.Arn), 'target');
        connect([id], partsIn(stack, target.DeadLetterConfig), 'dead-letter');
      }
    } else if (type === 'AWS::ApiGatewayV2::Route') {
      const says = String(properties.RouteKey ?? '');
      connect(partsIn(stack, properties.ApiId), partsIn(stack, properties.Target), 'route', says);
    } else if (type === 'AWS::Lambda::EventSourceMapping') {
      const to = partsIn(stack, properties.FunctionName);
      connect(partsIn(stack, properties.EventSourceArn), to, 'stream');
      connect(to, partsIn(stack, properties.DestinationConfig), 'dead-letter');
    } else if (type === 'AWS::Lambda::EventInvokeConfig')
      connect(partsIn(stack, properties.FunctionName), partsIn(stack, properties.DestinationConfig), 'dead-letter');
    else if (type === 'AWS::CloudFront::Distribution')
      connect([id], partsIn(stack, (properties.DistributionConfig as { Origins?: unknown })?.Origins), 'reads');
    else if (type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy')
      for (const statement of statementsOf(properties.PolicyDocument)) {
        const from = refs(stack, properties.Roles).flatMap((role) => holders.get(role) ?? []);
        for (const [kind, actions] of verbsOf(statement.actions))
          connect(from, partsIn(stack, statement.resources), kind, actions.join(', '));
      }
  }
  const edges = [...found.values()];
  return edges.filter(({ from, to, kind }) => !isSaidBy(edges, from, to, kind));
};

/** What a function may send to the queue where its failures go is the failure itself. */
const isSaidBy = (edges: readonly MapEdge[], from: ResourceId, to: ResourceId, kind: EdgeKind): boolean =>
  kind === 'sends' && edges.some((edge) => edge.from === from && edge.to === to && edge.kind === 'dead-letter');

type Granted = { actions: readonly string[]; resources: unknown };

/** What a policy allows; what it denies connects nothing. */
const statementsOf = (document: unknown): Granted[] => {
  const { Statement } = (document ?? {}) as { Statement?: unknown };
  return (Array.isArray(Statement) ? Statement : []).flatMap(
    ({ Effect, Action, Resource }: { Effect?: string; Action?: string | string[]; Resource?: unknown }) =>
      Effect === 'Allow' ? [{ actions: [Action ?? []].flat(), resources: Resource }] : [],
  );
};

/** Who acts with a role: functions and workflows; and for the scheduler, the schedules of its stack. */
const holdersOf = (entries: readonly Entry[], refs: References): Map<ResourceId, ResourceId[]> => {
  const holders = new Map<ResourceId, ResourceId[]>();
  const hold = (role: ResourceId, id: ResourceId): void => void holders.set(role, [...(holders.get(role) ?? []), id]);
  for (const { id, stack, type, properties } of entries) {
    const role = { 'AWS::Lambda::Function': 'Role', 'AWS::StepFunctions::StateMachine': 'RoleArn' }[type];
    if (role) for (const held of refs(stack, properties[role])) hold(held, id);
    if (type === 'AWS::IAM::Role' && JSON.stringify(properties).includes('scheduler.amazonaws.com'))
      for (const group of entries)
        if (group.stack === stack && group.type === 'AWS::Scheduler::ScheduleGroup') hold(id, group.id);
  }
  return holders;
};
