import { useAddress } from '@marquee/ui/app/use-address.ts';
import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Tabs } from '@marquee/ui/tabs.tsx';
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import { useTitle } from '../app/title.ts';
import { type Period, readPeriod } from '../executions/period.ts';
import { PeriodChoice } from '../executions/period-choice.tsx';
import { ChartList } from './chart-list.tsx';
import { ConfigurationView, useFunction } from './configuration-view.tsx';
import { findNode } from './find-node.ts';
import { FunctionLogs } from './function-logs.tsx';
import { Neighbours } from './neighbours.tsx';
import { HEALTH_WORDS, KIND_WORDS } from './node-words.ts';
import { PartView } from './part-views.tsx';
import { errorWords, latencyWords, trafficWords } from './rate-words.ts';
import { RoleView } from './role-view.tsx';
import type { MapNode, SystemMap } from './system-map.ts';
import { healthOf, NO_TRAFFIC } from './traffic.ts';
import { useTraffic } from './use-traffic.ts';

// Graphs are drawn by code that nothing else here needs.
const WorkflowView = lazy(async () => ({ default: (await import('./workflow-view.tsx')).WorkflowView }));

/** One part of the system: what it does, what it is made of, and who it works with. */
export const ServiceDetail = ({ map, name }: { map: SystemMap; name: string }) => {
  const node = findNode(map, name);
  return node ? <Part map={map} node={node} /> : <Unknown map={map} name={name} />;
};

const Unknown = ({ map, name }: { map: SystemMap; name: string }) => {
  useTitle('Services');
  const like = map.nodes.filter((node) => node.name.includes(name) || name.includes(node.name)).slice(0, 5);
  return (
    <>
      <h1 className="vh">Services</h1>
      <Empty
        title={`The stage has no service called ${name}`}
        action={
          <Link className="btn" href="/services">
            All services
          </Link>
        }
      >
        It may have been renamed or taken out by a deployment.
        {like.map((node) => (
          <span key={node.id}>
            {' '}
            <Link href={serviceHref(node.key)}>{node.name}</Link>
          </span>
        ))}
      </Empty>
    </>
  );
};

const Part = ({ map, node }: { map: SystemMap; node: MapNode }) => {
  useTitle(node.name);
  const [address, setAddress] = useAddress();
  const periodText = address.get('period');
  // Read once for each address: its beginning must not move with every picture.
  const period = useMemo(() => readPeriod(periodText, Date.now()), [periodText]);
  const nodes = useMemo(() => [node], [node]);
  const { data: observed } = useTraffic(nodes, period);
  const traffic = observed?.traffic.get(node.id) ?? NO_TRAFFIC;
  const health = healthOf(traffic);
  const words = [
    errorWords(traffic),
    observed && trafficWords(node.kind, traffic, observed.steps),
    latencyWords(traffic),
  ].filter(Boolean);
  return (
    <div className="service">
      <nav className="crumb" aria-label="Where this is">
        <Link href="/services">Services</Link>
        <Icon name="right" />
        <span>
          {KIND_WORDS[node.kind].one} of {node.domain}
        </span>
        <span className="mono">{node.physicalId}</span>
        <CopyButton text={node.physicalId} label="Copy its name in the account" />
      </nav>
      <div className="h">
        <div className="grow">
          <h1>{node.name}</h1>
          <p className="sm service-sum">
            {words.length > 0 && (
              <>
                <StatusPill status={health} word={HEALTH_WORDS[health]} />{' '}
                <span className="muted num">
                  {words.join('; ')} {period.words}
                </span>
              </>
            )}
          </p>
          {node.says.length > 0 && (
            <p className="muted sm">
              <code>{node.says.join(', ')}</code>
            </p>
          )}
        </div>
        <PeriodChoice period={period} onChoose={(chosen) => setAddress({ period: chosen })} />
      </div>
      {node.kind === 'function' ? (
        <FunctionTabs map={map} node={node} period={period} />
      ) : (
        <>
          <section className="panel" aria-label="Metrics">
            <ChartList node={node} period={period} />
          </section>
          {node.kind === 'workflow' ? (
            <Suspense fallback={<Skeleton rows={6} label="Reading the workflow" />}>
              <WorkflowView node={node} map={map} />
            </Suspense>
          ) : (
            <PartView node={node} />
          )}
        </>
      )}
      <Neighbours map={map} node={node} />
    </div>
  );
};

const TABS = ['metrics', 'logs', 'configuration', 'role'] as const;

const FunctionTabs = ({
  map,
  node,
  period,
}: {
  map: SystemMap;
  node: MapNode;
  period: Period & ReturnType<typeof readPeriod>;
}) => {
  const [address, setAddress] = useAddress();
  const tab = TABS.find((each) => each === address.get('tab')) ?? 'metrics';
  return (
    <section className="panel" aria-label="The function">
      <Tabs
        label="Of the function"
        selected={tab}
        onSelect={(id) => setAddress({ tab: id === 'metrics' ? undefined : id })}
        tabs={[
          { id: 'metrics', label: 'Metrics', content: () => <ChartList node={node} period={period} /> },
          { id: 'logs', label: 'Logs', content: () => <Logs name={node.physicalId} period={period} /> },
          { id: 'configuration', label: 'Configuration', content: () => <ConfigurationView name={node.physicalId} /> },
          { id: 'role', label: 'Role', content: () => <Role name={node.physicalId} map={map} /> },
        ]}
      />
    </section>
  );
};

const Logs = ({ name, period: { from, to } }: { name: string; period: Period }) => {
  const { data, error } = useFunction(name);
  if (error) return <Failure title="Where the function writes was not read" error={error} />;
  if (!data) return <Skeleton rows={4} label="Finding the log" />;
  const logGroup = data.settings.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`;
  return <FunctionLogs logGroup={logGroup} from={from} {...(to !== undefined && { to })} />;
};

const Role = ({ name, map }: { name: string; map: SystemMap }) => {
  const { data, error } = useFunction(name);
  if (error) return <Failure title="The function's role was not read" error={error} />;
  if (!data) return <Skeleton rows={4} label="Reading the role" />;
  return <RoleView roleArn={data.settings.Role ?? ''} map={map} />;
};
