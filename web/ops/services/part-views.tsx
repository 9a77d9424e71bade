import { JsonView } from '@marquee/ui/json-view.tsx';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { KIND_WORDS } from './node-words.ts';
import type { MapNode } from './system-map.ts';

const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel" aria-label={title}>
    <div className="panel-head">
      <h2>{title}</h2>
    </div>
    <div className="pad">{children}</div>
  </section>
);

type KeyPart = { AttributeName?: string; KeyType?: string };
type Index = { IndexName?: string; KeySchema?: KeyPart[]; Projection?: { ProjectionType?: string } };

const keyWords = (schema: readonly KeyPart[] = []): string =>
  schema
    .map(({ AttributeName = '', KeyType }) => `${AttributeName} ${KeyType === 'RANGE' ? '(sort)' : '(partition)'}`)
    .join(', ');

const TableView = ({ properties }: MapNode) => {
  const { KeySchema, GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification, BillingMode } =
    properties as {
      KeySchema?: KeyPart[];
      GlobalSecondaryIndexes?: Index[];
      StreamSpecification?: { StreamViewType?: string };
      TimeToLiveSpecification?: { AttributeName?: string };
      BillingMode?: string;
    };
  return (
    <Panel title="Keys and stream">
      <dl className="facts-grid">
        <div>
          <dt>Key</dt>
          <dd>{keyWords(KeySchema)}</dd>
        </div>
        {(GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema: keys }) => (
          <div key={IndexName}>
            <dt>Index {IndexName}</dt>
            <dd>{keyWords(keys)}</dd>
          </div>
        ))}
        <div>
          <dt>Stream</dt>
          <dd>{StreamSpecification?.StreamViewType ?? 'none'}</dd>
        </div>
        <div>
          <dt>Items end by</dt>
          <dd>{TimeToLiveSpecification?.AttributeName ?? 'nothing'}</dd>
        </div>
        <div>
          <dt>Billed</dt>
          <dd>{BillingMode === 'PAY_PER_REQUEST' ? 'by request' : 'by provisioned capacity'}</dd>
        </div>
      </dl>
    </Panel>
  );
};

const RuleView = ({ node }: { node: MapNode }) => (
  <Panel title="Pattern and targets">
    <p className="sm service-lead">
      <Link href={`/events?${new URLSearchParams({ q: node.says[0] ?? '' })}`}>The events that it matches</Link>
    </p>
    <JsonView
      text={JSON.stringify({ EventPattern: node.properties.EventPattern, Targets: node.properties.Targets })}
      label="the rule"
    />
  </Panel>
);

const days = (seconds: unknown): string => (typeof seconds === 'number' ? `${seconds / 86_400} days` : '4 days');

const QueueView = ({ node: { name, properties } }: { node: MapNode }) => (
  <Panel title="Dead letters">
    <p className="sm">
      What failed is kept here for {days(properties.MessageRetentionPeriod)}.{' '}
      <Link href={`/dead-letters/${encodeURIComponent(name)}`}>Look at what is in it</Link>
    </p>
  </Panel>
);

/** What the template says of a part that has no page of its own. */
export const PartView = ({ node }: { node: MapNode }) => {
  if (node.kind === 'table') return <TableView {...node} />;
  if (node.kind === 'rule') return <RuleView node={node} />;
  if (node.kind === 'queue') return <QueueView node={node} />;
  return (
    <Panel title={`${KIND_WORDS[node.kind].one} as its template has it`}>
      <JsonView text={JSON.stringify(node.properties)} label="its properties" />
    </Panel>
  );
};
