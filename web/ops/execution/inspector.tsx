import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { JsonView } from '@marquee/ui/json-view.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { type TabOf, Tabs } from '@marquee/ui/tabs.tsx';
import type { ExecutionTree, Visit } from '../history/model.ts';
import { AttemptLogView } from './attempt-log-view.tsx';
import { AttemptTable } from './attempt-table.tsx';
import { ChildView } from './child-view.tsx';
import { DefinitionView } from './definition-view.tsx';
import { EventList } from './event-list.tsx';
import { MapRunView } from './map-run-view.tsx';
import { saidOf } from './reason.ts';
import type { Reports } from './reports.ts';
import { VariablesView } from './variables-view.tsx';

const Text = ({ text, label, none }: { text?: string; label: string; none: string }) =>
  text === undefined ? (
    <p className="pad muted">{none}</p>
  ) : (
    <div className="pad">
      <JsonView key={label} text={text} label={label} />
    </div>
  );

const ErrorView = ({ error, cause }: Pick<Visit, 'error' | 'cause'>) => (
  <div className="pad">
    <p className="row">
      <code>{error ?? 'Error'}</code>
      <span className="grow" />
      <CopyButton text={[error, cause].filter(Boolean).join(': ')} label="Copy the error" />
    </p>
    <p className="reason">{saidOf(cause)}</p>
    {cause?.startsWith('{') && <JsonView text={cause} label="the cause" />}
  </div>
);

export type InspectorProps = {
  tree: ExecutionTree;
  visit: Visit;
  events: readonly HistoryEvent[];
  definition?: string;
  reports?: Reports;
  now: number;
  /** The tab that was chosen; until one is, each state shows the one that tells most of it. */
  tab?: string;
  onTab: (tab: string) => void;
};

/** The execution that a state's last attempt started. */
const childOf = ({ attempts }: Visit): string | undefined =>
  attempts.findLast(({ childExecutionArn }) => childExecutionArn !== undefined)?.childExecutionArn;

/** The tab that tells most of a state. */
const firstOf = ({ error, mapRunArn, attempts }: Visit): string => {
  if (error) return 'error';
  if (mapRunArn) return 'map-run';
  return attempts.length > 0 ? 'attempts' : 'input';
};

const titleOf = ({ visits }: ExecutionTree, { name, parent, branch }: Visit): string => {
  const around = visits.find(({ id }) => id === parent);
  if (!around || branch === undefined) return name;
  return `${name}, ${around.type === 'Map' ? 'item' : 'branch'} ${branch}`;
};

/** Everything about one state: its attempts, data, variables, error, log, definition and events. */
export const Inspector = ({ tree, visit, events, definition, reports, now, tab, onTab }: InspectorProps) => {
  const child = childOf(visit);
  const own = new Set(visit.events);
  const label = titleOf(tree, visit);
  const tabs: TabOf[] = [
    ...(visit.mapRunArn
      ? [{ id: 'map-run', label: 'Map run', content: () => <MapRunView arn={visit.mapRunArn ?? ''} now={now} /> }]
      : []),
    { id: 'attempts', label: 'Attempts', content: () => <AttemptTable visit={visit} reports={reports} now={now} /> },
    ...(visit.error === undefined
      ? []
      : [{ id: 'error', label: 'Error', content: () => <ErrorView error={visit.error} cause={visit.cause} /> }]),
    ...(child ? [{ id: 'child', label: 'Child', content: () => <ChildView key={child} arn={child} /> }] : []),
    {
      id: 'input',
      label: 'Input',
      content: () => (
        <>
          <Text text={visit.input} label={`the input of ${label}`} none="The history does not tell its input." />
          {visit.attempts.at(-1)?.parameters !== undefined && (
            <>
              <h3 className="pad-x sub">What its last attempt was sent</h3>
              <Text text={visit.attempts.at(-1)?.parameters} label={`what ${label} was sent`} none="" />
            </>
          )}
        </>
      ),
    },
    {
      id: 'output',
      label: 'Output',
      content: () => (
        <Text
          text={visit.output}
          label={`the output of ${label}`}
          none={visit.exitedAt === undefined ? 'It has put nothing out.' : 'The history does not tell its output.'}
        />
      ),
    },
    { id: 'variables', label: 'Variables', content: () => <VariablesView visit={visit} /> },
    { id: 'log', label: 'Log', content: () => <AttemptLogView key={visit.id} visit={visit} /> },
    {
      id: 'definition',
      label: 'Definition',
      content: () =>
        definition ? (
          <DefinitionView definition={definition} state={visit.name} />
        ) : (
          <p className="pad muted">It is not known.</p>
        ),
    },
    // What an item of a distributed Map did is told by the history of its own execution.
    ...(visit.id < 0
      ? []
      : [
          {
            id: 'events',
            label: `Events (${visit.events.length})`,
            content: () => <EventList events={events.filter(({ id }) => own.has(id ?? 0))} />,
          },
        ]),
  ];
  return (
    <section className="panel inspector" aria-labelledby="in-h">
      <div className="panel-head">
        <h2 id="in-h" className="clip">
          {label}
        </h2>
        <StatusPill status={visit.standing} />
        <span className="grow" />
        <span className="muted small">{visit.type}</span>
      </div>
      <Tabs
        label="State details"
        tabs={tabs}
        selected={tabs.find(({ id }) => id === tab)?.id ?? firstOf(visit)}
        onSelect={onTab}
      />
    </section>
  );
};
