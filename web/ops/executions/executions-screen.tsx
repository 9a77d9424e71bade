import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useAddress } from '@marquee/ui/app/use-address.ts';
import { useNow } from '@marquee/ui/app/use-now.ts';
import { Button } from '@marquee/ui/button.tsx';
import { formatHour } from '@marquee/ui/clock.ts';
import { counted } from '@marquee/ui/count.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type BulkAction, BulkDialog } from '../actions/bulk-dialog.tsx';
import { executionHref } from '../app/links.ts';
import { useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { useDeadLetterCount } from '../dead-letters/use-count.ts';
import { useSystem } from '../system/use-system.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Chart, type ChartKind } from './chart.tsx';
import { ListFoot } from './list-foot.tsx';
import { Nothing } from './nothing.tsx';
import { readPeriod, writePeriod } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { formatQuery, parseQuery, type Query, soughtTexts, withValue } from './query.ts';
import { QueryField } from './query-field.tsx';
import type { Row } from './row.ts';
import { countStatuses, entriesOf, groupByCause, selectRows } from './select-rows.ts';
import { StatusChips } from './status-chips.tsx';
import { Table } from './table.tsx';
import { Tiles } from './tiles.tsx';
import { useInsights } from './use-insights.ts';
import { useHeld, useSelection } from './use-list.ts';
import { useRows } from './use-rows.ts';
import { useSearch } from './use-search.ts';
import { useSubjects } from './use-subjects.ts';

const NONE: readonly Row[] = [];
const NOT_FOUND: ReadonlySet<string> = new Set();

/** A chart that goes on with the clock is drawn anew so often in the length of its period. */
const STEPS = 200;

/** Every execution of the stage: found, narrowed, watched, and put right many at a time. */
export const ExecutionsScreen = () => {
  useTitle('Executions');
  const [address, setAddress] = useAddress();
  const [, navigate] = useLocation();
  const periodText = address.get('period');
  // The period is read once for each address: its beginning must not move with every picture.
  const [period, step] = useMemo(() => {
    const read = readPeriod(periodText, Date.now());
    return [read, Math.max(1000, (Date.now() - read.from) / STEPS)];
  }, [periodText]);
  const query = useMemo(() => parseQuery(address.get('q') ?? ''), [address]);
  const grouped = address.get('group') !== 'none';
  const kind: ChartKind = address.get('chart') === 'durations' ? 'durations' : 'started';
  const [live, setLive] = useState(true);
  const [seen, setSeen] = useState<readonly Row[]>(NONE);
  const [action, setAction] = useState<BulkAction>();
  const now = useNow(1000);
  const { data: system, error: systemError } = useSystem();
  const { rows, store, loader, progress } = useRows(system, period, live);
  const sought = soughtTexts(query);
  const searching = useSearch(sought, system, period, store, loader);
  const deadLetters = useDeadLetterCount();
  useSubjects(seen, loader);
  const insights = useInsights(seen, system);
  const found = searching && (searching.found?.arns ?? NOT_FOUND);
  const selected = useMemo(() => selectRows(rows, query, found), [rows, query, found]);
  const { counts, all } = useMemo(() => {
    const ofAny = selectRows(rows, withValue(query, 'status', undefined), found);
    return { counts: countStatuses(ofAny), all: ofAny.length };
  }, [rows, query, found]);
  const entries = useMemo(
    () => entriesOf(grouped ? groupByCause(selected, (at) => formatHour(new Date(at))) : undefined, selected),
    [grouped, selected],
  );
  const held = useHeld(entries);
  const selection = useSelection(held.entries);
  const mayRedrive = useMay('states:RedriveExecution');
  const mayStop = useMay('states:StopExecution');
  useShortcut('p', live ? 'Pause the list' : 'Resume the list', () => setLive(!live));

  const setQuery = (next: Query): void => setAddress({ q: formatQuery(next) });
  const hrefOf = (status: string): string => {
    const next = new URLSearchParams(address);
    next.set('q', formatQuery(withValue(query, 'status', status)));
    return `/executions?${next}`;
  };
  const costs = [...insights.values()].flatMap(({ cost }) => cost ?? []);
  const chosenRows = [...selection.chosen].flatMap((arn) => store.get(arn) ?? []);
  const to = period.to ?? period.from + Math.ceil((now - period.from) / step) * step;
  const error = systemError ?? searching?.error ?? (rows.length === 0 ? progress.error : undefined);

  return (
    <>
      <div className="h">
        <div className="grow">
          <h1>Executions</h1>
        </div>
        <PeriodChoice period={period} onChoose={(chosen) => setAddress({ period: chosen })} />
      </div>
      <Tiles
        rows={rows}
        words={period.words}
        now={now}
        deadLetters={deadLetters}
        meanCost={costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) / costs.length : undefined}
        hrefOf={hrefOf}
      />
      <div className="filters">
        <QueryField query={query} onChange={setQuery} />
        <StatusChips query={query} counts={counts} all={all} onChange={setQuery} />
        <Button
          small
          icon="filter"
          aria-pressed={grouped}
          onPress={() => setAddress({ group: grouped ? 'none' : undefined })}
        >
          {grouped ? 'Grouped by cause' : 'Not grouped'}
        </Button>
      </div>
      <section className="panel list" aria-label="Executions">
        <Chart
          rows={selected}
          from={period.from}
          to={to}
          kind={kind}
          onKind={(chosen) => setAddress({ chart: chosen === 'started' ? undefined : chosen })}
          onSelect={(from, until) => setAddress({ period: writePeriod({ from, to: until }) })}
          onOpen={(arn) => navigate(executionHref(arn))}
        />
        {searching && !searching.finished && (
          <p className="notice-line" role="status">
            <Icon name="search" /> Searching the logs of {searching.found?.done ?? 0} of{' '}
            {searching.found?.of ?? system?.workflows.length ?? '…'} workflows {period.words};{' '}
            {counted(found?.size ?? 0, 'execution')} found so far.
          </p>
        )}
        {progress.error !== undefined && rows.length > 0 && (
          <p className="notice-line bad" role="alert">
            <Icon name="failed" /> {String((progress.error as Error).message)} The list is as of{' '}
            {formatHour(new Date(progress.at))}; it is asked for again by itself.
          </p>
        )}
        <BulkBar rows={chosenRows} onAct={setAction} onClear={selection.clear} />
        {error !== undefined ? (
          <Failure title="The executions could not be read" error={error} />
        ) : entries.length > 0 ? (
          <Table
            entries={held.entries}
            insights={insights}
            selection={mayRedrive || mayStop ? selection : undefined}
            now={now}
            onSeen={setSeen}
            onHold={held.hold}
            onRelease={held.release}
          />
        ) : progress.loading || (searching && !searching.finished) ? (
          <Skeleton rows={10} label="Loading executions" />
        ) : (
          <Nothing query={query} words={period.words} onClear={() => setQuery({ tokens: [], words: '' })} />
        )}
        <ListFoot
          live={live}
          setLive={setLive}
          ended={period.to !== undefined}
          progress={progress}
          shown={selected.length}
          of={rows.length}
          held={held.held}
        />
      </section>
      {action && (
        <BulkDialog
          action={action}
          chosen={chosenRows.map(({ arn, subject, name }) => ({ arn, subject: subject?.label ?? name }))}
          onClose={() => {
            setAction(undefined);
            selection.clear();
            void loader?.refresh();
          }}
        />
      )}
    </>
  );
};
