import type { IconName } from '../../ui/icons/icons.tsx';
import type { GraphNode } from '../definition/graph.ts';

const BY_TYPE: Readonly<Record<string, IconName>> = {
  Choice: 'question',
  Wait: 'clock',
  Pass: 'right',
  Map: 'map',
  Parallel: 'list',
  Missing: 'question',
};

const BY_SERVICE: readonly [RegExp, IconName][] = [
  [/^dynamodb /, 'database'],
  [/^events |^sns /, 'bus'],
  [/^sqs /, 'queue'],
  [/execution$/, 'graph'],
  [/^s3 /, 'page'],
];

/** The icon of what a node does, for one that has no state yet. */
export const iconOf = ({ type, detail }: GraphNode): IconName =>
  BY_TYPE[type] ?? BY_SERVICE.find(([pattern]) => pattern.test(detail))?.[1] ?? 'function';
