import { Button } from '@marquee/ui/button.tsx';
import { counted } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { JsonView } from '@marquee/ui/json-view.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Tabs } from '@marquee/ui/tabs.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { searchHref } from '../app/links.ts';
import { useMay } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { findLayout } from '../definition/find-layout.ts';
import { graphOf } from '../definition/parse.ts';
import { ExecutionGraph } from '../graph/execution-graph.tsx';
import type { Workflow } from '../system/system.ts';
import { useSystem } from '../system/use-system.ts';
import { RoleView } from './role-view.tsx';
import type { MapNode, SystemMap } from './system-map.ts';

const useMachine = (arn: string) =>
  useQuery({
    queryKey: ['machine', arn],
    queryFn: ({ signal }) => call('states', 'DescribeStateMachine', { stateMachineArn: arn }, signal),
    staleTime: 60_000,
  });

/** A workflow: its graph, its definition, its role, and the machines that reruns of it left behind. */
export const WorkflowView = ({ node, map }: { node: MapNode; map: SystemMap }) => {
  const { data, error } = useMachine(node.physicalId);
  if (error) return <Failure title="The workflow was not read" error={error} />;
  if (!data) return <Skeleton rows={6} label="Reading the workflow" />;
  return (
    <>
      <p className="muted sm service-lead">
        {data.type === 'EXPRESS' ? 'Express' : 'Standard'}, {data.status?.toLowerCase()}.{' '}
        <Link href={searchHref(`workflow:${node.name}`)}>Its executions</Link>
      </p>
      <section className="panel" aria-label="Definition">
        <Tabs
          label="Of the workflow"
          tabs={[
            { id: 'graph', label: 'Graph', content: () => <Definition definition={data.definition ?? '{}'} /> },
            {
              id: 'json',
              label: 'Definition',
              content: () => (
                <div className="pad">
                  <JsonView text={data.definition ?? '{}'} label="the definition" />
                </div>
              ),
            },
            { id: 'role', label: 'Role', content: () => <RoleView roleArn={data.roleArn ?? ''} map={map} /> },
          ]}
        />
      </section>
      <Reruns workflow={node.name} />
    </>
  );
};

const Definition = ({ definition }: { definition: string }) => {
  const graph = useMemo(() => graphOf(definition), [definition]);
  const [selected, setSelected] = useState<string>();
  const { data: layout, error } = useQuery({
    queryKey: ['layout', graph.hash],
    queryFn: () => findLayout(graph),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Failure title="The graph could not be laid out; the definition says the same" error={error} />;
  if (!layout) return <Skeleton rows={8} label="Laying out the graph" />;
  return (
    <div className="service-graph">
      <ExecutionGraph
        graph={graph}
        layout={layout}
        {...(selected !== undefined && { selected })}
        onSelect={setSelected}
        chosen={{}}
        onChoose={() => undefined}
      />
    </div>
  );
};

const Reruns = ({ workflow }: { workflow: string }) => {
  const { data: system } = useSystem();
  const machines = system?.workflows.filter(({ rerunOf }) => rerunOf === workflow) ?? [];
  if (machines.length === 0) return null;
  return (
    <section className="panel reruns" aria-label="Machines of reruns">
      <div className="panel-head">
        <h2>Machines of reruns</h2>
        <span className="muted small">
          {counted(machines.length, 'machine')}, each made to begin in the middle of this workflow
        </span>
      </div>
      <ul>
        {machines.map((machine) => (
          <Rerun key={machine.arn} machine={machine} />
        ))}
      </ul>
    </section>
  );
};

const Rerun = ({ machine }: { machine: Workflow }) => {
  const name = machine.arn.split(':').at(-1) ?? machine.arn;
  const mayDelete = useMay('states:DeleteStateMachine');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const running = useQuery({
    queryKey: ['rerun-runs', machine.arn],
    queryFn: ({ signal }) =>
      call(
        'states',
        'ListExecutions',
        { stateMachineArn: machine.arn, statusFilter: 'RUNNING', maxResults: 1 },
        signal,
      ),
    refetchInterval: 5000,
  });
  const runs = running.data ? (running.data.executions ?? []).length > 0 : undefined;
  const remove = async (): Promise<void> => {
    try {
      await call('states', 'DeleteStateMachine', { stateMachineArn: machine.arn });
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['system'] });
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <li>
      <code className="grow">{name}</code>
      <span className="muted small">
        {runs === undefined ? '' : runs ? 'an execution of it runs' : 'nothing of it runs'}
      </span>
      {mayDelete && runs === false && (
        <Button small icon="trash" onPress={() => setAsking(true)}>
          Delete this rerun's machine
        </Button>
      )}
      <Dialog
        title={`Delete ${name}`}
        isOpen={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>Keep it</Button>
            <Button kind="danger" icon="trash" onPress={() => void remove()}>
              Delete the machine
            </Button>
          </>
        }
      >
        <p>
          The machine was made to run part of a workflow again. Its executions are no longer listed once it is gone;
          what they did stays. The workflow itself is not touched.
        </p>
        {failed !== undefined && <Failure title="It was not deleted" error={failed} />}
      </Dialog>
    </li>
  );
};
