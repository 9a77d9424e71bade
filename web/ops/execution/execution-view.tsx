import { RUNNING, useNow } from '@marquee/ui/app/use-now.ts';
import { Skeleton } from '@marquee/ui/notice.tsx';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ExecutionTree } from '../history/model.ts';
import { useSystem } from '../system/use-system.ts';
import { CostPanel } from './cost-panel.tsx';
import { EventsTable } from './events-table.tsx';
import type { ExecutionSlots } from './execution-screen.tsx';
import { Facts } from './facts.tsx';
import { Heading } from './heading.tsx';
import { Inspector } from './inspector.tsx';
import { culpritOf, reasonOf, withError } from './reason.ts';
import { StateList } from './state-list.tsx';
import { Timeline } from './timeline.tsx';
import { type Row, rowsOf } from './timeline-rows.ts';
import { standingInWords, useAnnounced } from './use-announced.ts';
import { type Execution, RETRY } from './use-execution.ts';
import { useMapRuns } from './use-map-runs.ts';
import { useCost, useReports } from './use-reports.ts';
import { WhyPanel } from './why-panel.tsx';

const GraphPanel = lazy(async () => ({ default: (await import('./graph-panel.tsx')).GraphPanel }));

type ViewProps = ExecutionSlots & { execution: Execution; tree: ExecutionTree };

/** What is looked at first: what failed, else what is under way, else the last state. */
const firstOf = (tree: ExecutionTree): number | undefined => {
  const culprit = tree.standing === 'succeeded' ? undefined : culpritOf(tree);
  const open = tree.visits.findLast(({ standing }) => standing === 'running' || standing === 'waiting');
  return (culprit ?? open ?? tree.visits.findLast(({ parent }) => parent === undefined))?.id;
};

/** An execution that something is known of. */
export const ExecutionView = ({ execution, tree, actions, tools, subject, story }: ViewProps) => {
  const { machine, events, complete, error } = execution;
  const running = tree.endedAt === undefined;
  const now = useNow(RUNNING, running);
  const system = useSystem();
  const reports = useReports(execution);
  const cost = useCost(execution, reports);
  const [picked, setPicked] = useState<number>();
  const [tab, setTab] = useState<string>();
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { whole, mapRuns } = useMapRuns(tree, chosen);
  const rows = useMemo(() => rowsOf(whole, open), [whole, open]);
  const reason = useMemo(() => reasonOf(tree), [tree]);
  const selected = picked ?? firstOf(tree);
  const visit = whole.visits.find(({ id }) => id === selected);
  const inspector = useRef<HTMLDivElement>(null);
  const pick = useCallback((row: Row) => {
    if (row.visit) return setPicked(row.visit.id);
    setOpen(
      (before) => new Set(before.has(row.key) ? [...before].filter((key) => key !== row.key) : [...before, row.key]),
    );
  }, []);
  // An item of a distributed Map has its machine's ARN, with the Map's name behind it.
  const machineArn = machine?.arn.split('/')[0];
  const workflow = system.data?.workflows.find(({ arn }) => arn === machineArn)?.name ?? machine?.name ?? '';
  const label = machine === undefined ? 'workflow' : workflow;
  useEffect(() => {
    document.title = `${nameOfStanding(tree)}: ${label}, Marquee ops`;
  }, [tree, label]);
  const announced = useAnnounced(standingInWords(tree));
  const show = () => {
    setPicked(reason?.visit);
    inspector.current?.scrollIntoView({ block: 'nearest' });
    inspector.current?.querySelector<HTMLElement>('[role=tab]')?.focus();
  };
  return (
    <div className="execution">
      <p className="vh" role="status">
        {announced}
      </p>
      <Heading execution={execution} tree={tree} workflow={label} tools={tools?.(execution)} />
      <Facts tree={tree} workflow={label} now={now} cost={cost} subject={subject?.(tree)} />
      {error && (
        <p className="notice-line bad" role="status">
          What is here is as of a moment ago, and is read again every {RETRY / 1000} s: {error.name} {error.message}
          <button type="button" className="btn btn-sm" onClick={execution.refresh}>
            Read it again
          </button>
        </p>
      )}
      {reason && (
        <WhyPanel
          reason={reason}
          actions={actions?.(execution)}
          onShow={reason.visit === undefined ? undefined : show}
        />
      )}
      {story?.(execution)}
      <div className="cols">
        <Suspense fallback={<Skeleton rows={8} label="Loading the graph" />}>
          <GraphPanel
            definition={machine?.definition}
            tree={whole}
            now={tree.endedAt ?? now}
            selected={selected}
            onSelect={setPicked}
            chosen={chosen}
            onChoose={(map, index) => setChosen((before) => ({ ...before, [map]: index }))}
            onOpenChild={(id) => {
              setPicked(id);
              setTab('child');
            }}
            mapRuns={mapRuns}
          />
        </Suspense>
        <div className="side">
          <Timeline tree={tree} rows={rows} now={now} selected={selected} onPick={pick} />
          <div ref={inspector}>
            {visit && (
              <Inspector
                tree={whole}
                visit={withError(whole, visit)}
                events={events}
                definition={machine?.definition}
                reports={reports}
                now={now}
                tab={tab}
                onTab={setTab}
              />
            )}
          </div>
          <StateList
            tree={whole}
            rows={rows}
            definition={machine?.definition}
            now={now}
            selected={selected}
            onPick={pick}
          />
          {cost && <CostPanel cost={cost} />}
        </div>
      </div>
      <EventsTable tree={tree} events={events} complete={complete} />
    </div>
  );
};

const nameOfStanding = ({ standing }: ExecutionTree): string => STATUSES[standing].word;
