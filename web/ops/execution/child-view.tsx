import { RUNNING, useNow } from '@marquee/ui/app/use-now.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { subjectOf } from '../executions/subject.ts';
import type { ExecutionTree } from '../history/model.ts';
import { itemsAround, lastOfItem, visitAt } from './items-around.ts';
import { reasonOf } from './reason.ts';
import { type Execution, useExecution } from './use-execution.ts';

const DrawnGraph = lazy(async () => ({ default: (await import('./drawn-graph.tsx')).DrawnGraph }));

/** The graph of an execution within another's screen, and what is chosen there in one line. */
const ChildGraph = ({ definition, tree, now }: { definition: string; tree: ExecutionTree; now: number }) => {
  const [picked, setPicked] = useState<number>();
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const visit = tree.visits.find(({ id }) => id === picked);
  const items = { ...chosen, ...itemsAround(tree.visits, visit) };
  const pick = (path: string) => setPicked(visitAt(tree.visits, path, items)?.id);
  const choose = (map: string, index: number) => {
    setChosen({ ...chosen, [map]: index });
    setPicked(lastOfItem(tree.visits, map, index)?.id);
  };
  return (
    <>
      <Suspense fallback={<Skeleton rows={6} label="Loading the graph" />}>
        <DrawnGraph
          definition={definition}
          tree={tree}
          now={now}
          selected={visit?.path}
          onSelect={pick}
          chosen={items}
          onChoose={choose}
        />
      </Suspense>
      {visit && (
        <p className="pad row" role="status">
          <b>{visit.name}</b>
          <StatusPill status={visit.standing} plain />
          <span className="num muted">{formatDuration((visit.exitedAt ?? now) - visit.enteredAt)}</span>
          {visit.error && <code className="reason">{visit.error}</code>}
        </p>
      )}
    </>
  );
};

const statesOf = (tree: ExecutionTree): string =>
  tree.visits
    .filter(({ parent }) => parent === undefined)
    .map(({ name }) => name)
    .join(', ');

const Told = ({ execution, tree }: { execution: Execution; tree: ExecutionTree }) => {
  const { arn, machine } = execution;
  const now = useNow(RUNNING, tree.endedAt === undefined);
  const reason = reasonOf(tree);
  const name = arn.split(':').at(-1) ?? arn;
  return (
    <div className="child">
      <p className="pad row">
        <Link href={executionHref(arn)}>
          <b>{subjectOf(tree.input, name).label}</b>
        </Link>
        <StatusPill status={tree.standing} />
        <span className="num muted">{formatDuration((tree.endedAt ?? now) - tree.startedAt)}</span>
        <span className="grow" />
        <Link className="btn btn-sm" href={executionHref(arn)}>
          Open its screen
        </Link>
      </p>
      {reason && (
        <p className="pad-x reason">
          <b>{reason.title}.</b> {reason.error && <code>{reason.error}</code>} {reason.said}
        </p>
      )}
      <p className="vh">Its states so far: {statesOf(tree)}.</p>
      {machine && <ChildGraph definition={machine.definition} tree={tree} now={tree.endedAt ?? now} />}
    </div>
  );
};

/** An execution that a state started, followed in place while it runs. */
export const ChildView = ({ arn }: { arn: string }) => {
  const execution = useExecution(arn);
  const { tree, error } = execution;
  if (error && !tree) return <Failure title="The execution that it started could not be read." error={error} />;
  if (!tree || tree.startedAt === 0) return <Skeleton rows={6} label="Reading the execution that it started" />;
  return <Told execution={execution} tree={tree} />;
};
