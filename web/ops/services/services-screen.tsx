import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Button } from '@marquee/ui/button.tsx';
import { counted } from '@marquee/ui/count.ts';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useState } from 'react';
import { useTitle } from '../app/title.ts';
import { readPeriod } from '../executions/period.ts';
import { PeriodChoice } from '../executions/period-choice.tsx';
import { KIND_WORDS } from './node-words.ts';
import { rightWords } from './right-words.ts';
import { ServiceDetail } from './service-detail.tsx';
import { MapLegend, ServiceMap } from './service-map.tsx';
import { ServiceTable } from './service-table.tsx';
import type { MapNode, NodeKind, SystemMap } from './system-map.ts';
import { rowsOf, SORTS } from './table-rows.ts';
import { healthOf } from './traffic.ts';
import { useMap } from './use-map.ts';
import { useTraffic } from './use-traffic.ts';

/** The system as its templates and its traffic tell it, or one part of it by its name. */
export const ServicesScreen = ({ name }: { name?: string }) => {
  const { map, error } = useMap();
  if (!map)
    return (
      <>
        <h1 className="vh">Services</h1>
        {error ? (
          <Failure title="The system's templates could not be read, so there is no map of it" error={error} />
        ) : (
          <Skeleton rows={10} label="Reading the stage's templates" />
        )}
      </>
    );
  return name === undefined ? <Overview map={map} /> : <ServiceDetail key={name} map={map} name={name} />;
};

const VIEWS = [
  { value: 'map', label: 'Map' },
  { value: 'list', label: 'List' },
] as const;

const COUNTED: readonly NodeKind[] = ['function', 'workflow', 'rule', 'table', 'bucket', 'queue'];

const sumWords = (nodes: readonly MapNode[]): string =>
  COUNTED.map((kind) => {
    const { one, several } = KIND_WORDS[kind];
    return counted(nodes.filter((node) => node.kind === kind).length, one.toLowerCase(), several.toLowerCase());
  }).join(', ');

const Overview = ({ map }: { map: SystemMap }) => {
  useTitle('Services');
  const [address, setAddress] = useAddress();
  const view = address.get('view') === 'list' ? 'list' : 'map';
  const [now] = useState(Date.now);
  const period = readPeriod(address.get('period'), now);
  const { data: observed, error } = useTraffic(map.nodes, period);
  const failing = map.nodes.filter(
    ({ id }) => healthOf(observed?.traffic.get(id) ?? { totals: {}, series: {} }) === 'failed',
  );
  return (
    <>
      <div className="h">
        <div className="grow">
          <h1>Services</h1>
          <p className="muted sm">
            {sumWords(map.nodes)}.{' '}
            {observed && (
              <>
                {failing.length === 0
                  ? `Nothing failed ${period.words}`
                  : `${counted(failing.length, 'part')} failed ${period.words}`}
                , as of <Time at={new Date(observed.steps.to)} />.
              </>
            )}
          </p>
        </div>
        <PeriodChoice period={period} onChoose={(chosen) => setAddress({ period: chosen })} />
        <Segments
          label="View"
          name="services-view"
          options={VIEWS}
          value={view}
          onChange={(chosen) => setAddress({ view: chosen === 'map' ? undefined : chosen })}
        />
      </div>
      {error && (
        <p className="notice-line bad" role="alert">
          CloudWatch did not tell the figures: <code>{error.name}</code> {error.message}
          {observed ? ' What is shown is from before.' : ` ${rightWords(error)}`}
        </p>
      )}
      {view === 'map' ? (
        <section className="panel map-panel" aria-label="Map">
          <ServiceMap map={map} isMissing={error !== null} {...(observed && { observed })} />
          <MapLegend />
        </section>
      ) : (
        <Listed map={map} observed={observed} />
      )}
    </>
  );
};

const Listed = ({ map, observed }: { map: SystemMap; observed: ReturnType<typeof useTraffic>['data'] }) => {
  const [address, setAddress] = useAddress();
  const [search, setSearch] = useState(address.get('q') ?? '');
  const kind = COUNTED.find((each) => each === address.get('kind'));
  const domains = [...new Set(map.nodes.map(({ domain }) => domain))].toSorted();
  const domain = domains.find((each) => each === address.get('domain'));
  const sort = SORTS.find((each) => each === address.get('sort'));
  const reverse = address.get('order') === 'reverse';
  const failing = address.has('failing');
  const rows = rowsOf(map.nodes, observed, {
    search,
    failing,
    reverse,
    ...(kind && { kind }),
    ...(domain && { domain }),
    ...(sort && { sort }),
  });
  return (
    <>
      <search className="filters">
        <label className="vh" htmlFor="services-q">
          Find a service by name, route or event
        </label>
        <input
          id="services-q"
          className="input services-find"
          placeholder="Name, route or event"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          onBlur={() => setAddress({ q: search })}
          spellCheck={false}
        />
        <Chip on={failing} onPress={() => setAddress({ failing: failing ? undefined : 'yes' })} label="Failing" />
        {COUNTED.map((each) => (
          <Chip
            key={each}
            on={each === kind}
            onPress={() => setAddress({ kind: each === kind ? undefined : each })}
            label={KIND_WORDS[each].several}
          />
        ))}
        <label className="vh" htmlFor="services-domain">
          Domain
        </label>
        <select
          id="services-domain"
          className="input services-domain"
          value={domain ?? ''}
          onChange={({ target }) => setAddress({ domain: target.value })}
        >
          <option value="">All domains</option>
          {domains.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </search>
      <section className="panel" aria-label="List">
        {rows.length === 0 ? (
          <Empty
            title={failing ? 'Nothing fails' : 'No service is called that'}
            action={
              <Button
                onPress={() => {
                  setSearch('');
                  setAddress({ q: undefined, kind: undefined, domain: undefined, failing: undefined });
                }}
              >
                Show all services
              </Button>
            }
          >
            {failing
              ? 'No part that the filters leave has failed in this time.'
              : 'The filters leave nothing of the system.'}
          </Empty>
        ) : (
          <ServiceTable
            rows={rows}
            reverse={reverse}
            {...(sort && { sort })}
            onSort={(by) => setAddress({ sort: by, order: by === sort && !reverse ? 'reverse' : undefined })}
          />
        )}
      </section>
    </>
  );
};

const Chip = ({ on, onPress, label }: { on: boolean; onPress: () => void; label: string }) => (
  <button type="button" className="chip" aria-pressed={on} onClick={onPress}>
    {label}
  </button>
);
