import { SFNClient } from '@aws-sdk/client-sfn';
import { type Api, openApi } from '../../cli/api.ts';
import { connect } from '../../cli/connection.ts';
import { type Item, type Publication, settled } from '../../cli/content/api.ts';
import { resourcesOfType } from '../../cli/stack-resources.ts';
import type { Bench, Figure } from '../figure.ts';
import { STAGE, start, withDataFolder } from '../running.ts';
import { median } from '../statistics.ts';
import { type Answer, openAlone } from './alone-process.ts';
import { type Parts, partsOf } from './parts.ts';

const ROUNDS = 15;

/** Rounds before those that count: functions start, files that every page uses are written. */
const WARM_UP = 3;

type Round = { requested: number; accepted: number; served: number; parts: Parts; alone: Answer };

/** From an accepted request to the page that shows it, with its parts, beside rendering and writing alone. */
export const publish: Bench = {
  summary: 'from a request to publish the demo title to its page being served, beside rendering and writing alone',
  run: (note) =>
    withDataFolder(async (folder) => {
      note('the demo title is seeded');
      const system = await start(folder, { seeds: true });
      const connection = await connect({ stage: STAGE, 'aws-port': new URL(system.awsUrl).port });
      const alone = await openAlone(connection);
      const sfn = new SFNClient(connection.client);
      try {
        const api = await openApi(connection, 'admin');
        const title = await homeOf(api, system.siteUrl);
        const machines = await resourcesOfType(connection, 'AWS::StepFunctions::StateMachine');
        const machine = machines.find(({ logicalId }) => logicalId.includes('PublishContent'))?.physicalId ?? '';
        const rounds: Round[] = [];
        for (let round = 1; round <= WARM_UP + ROUNDS; round++) {
          const mark = `Bench ${round}.`;
          const { item, ...times } = await publishOnce(api, system.siteUrl, title, mark);
          const publication = await settled(api, item);
          const parts = await partsOf(sfn, machine, publication.publicationId);
          const redone = await alone.redo({ planKey: `plans/${publication.publicationId}/plan.json` });
          if (round > WARM_UP) rounds.push({ ...times, parts, alone: redone });
          note(
            `round ${round} of ${WARM_UP + ROUNDS}: ${(times.served - times.accepted).toFixed(0)} ms for ${redone.pages} pages`,
          );
        }
        return figuresOf(rounds);
      } finally {
        alone.stop();
        sfn.destroy();
        await system.stop();
      }
    }),
};

const homeOf = async (api: Api, siteUrl: string): Promise<string> => {
  for (;;) {
    const response = await fetch(siteUrl);
    await response.arrayBuffer();
    if (response.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { data } = await api<Item>('GET', '/content/navigation');
  const { ref } = (data as { home?: { ref?: string } }).home ?? {};
  if (!ref) throw new Error('The demo site has no home title.');
  return ref;
};

const publishOnce = async (api: Api, siteUrl: string, title: string, mark: string) => {
  const current = await api<Item>('GET', `/content/${title}`);
  const data = { ...current.data, logline: { en: mark, es: mark } };
  await api<Item>('PUT', `/content/${title}`, { data }, { 'if-match': `"${current.version}"` });
  const requested = Date.now();
  const { publicationId } = await api<Publication>('POST', `/content/${title}/publications`, { kind: 'publish' });
  const accepted = Date.now();
  while (!(await (await fetch(siteUrl)).text()).includes(mark));
  return { requested, accepted, served: Date.now(), item: publicationId };
};

const figuresOf = (rounds: readonly Round[]): Figure[] => {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const milliseconds = (figure: string, pick: (round: Round) => number): Figure => ({
    figure,
    value: of(pick),
    unit: 'ms',
  });
  const between =
    (from: string, to: string) =>
    ({ parts: { left } }: Round) =>
      (left[to] ?? Number.NaN) - (left[from] ?? Number.NaN);
  const total = ({ accepted, served }: Round): number => served - accepted;
  const bare = ({ alone: { render, index, routes } }: Round): number => render + index + routes;
  return [
    milliseconds('request to accepted', ({ requested, accepted }) => accepted - requested),
    milliseconds('accepted to served', total),
    milliseconds('· relay, bus and start', ({ accepted, parts }) => parts.started - accepted),
    milliseconds('· claim', ({ parts }) => (parts.left.Claim ?? Number.NaN) - parts.started),
    milliseconds('· check and plan', between('Claim', 'Plan')),
    milliseconds('· render and write pages', between('IsFitToPublish', 'RenderPages')),
    milliseconds('· stage and build indexes', between('RenderPages', 'BuildSite')),
    milliseconds('· switch', between('WhatIsBuilt', 'SwitchLive')),
    { figure: 'pages made anew', value: of(({ alone }) => alone.pages), unit: 'pages' },
    milliseconds('rendering and writing alone', bare),
    milliseconds('· pages', ({ alone }) => alone.render),
    milliseconds('· indexes', ({ alone }) => alone.index),
    milliseconds('· routes', ({ alone }) => alone.routes),
    {
      figure: 'served / rendering and writing alone',
      value: of((round) => total(round) / bare(round)),
      unit: '×',
      goal: { atMost: 3 },
    },
  ];
};
