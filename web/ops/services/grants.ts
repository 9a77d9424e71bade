/** How one part of the system uses another. */
export type EdgeKind =
  | 'route'
  | 'event'
  | 'target'
  | 'stream'
  | 'calls'
  | 'starts'
  | 'publishes'
  | 'reads'
  | 'writes'
  | 'sends'
  | 'schedules'
  | 'dead-letter';

/** The same in words, from the one that acts. */
export const EDGE_WORDS: Readonly<Record<EdgeKind, { out: string; in: string }>> = {
  route: { out: 'routes to', in: 'answers' },
  event: { out: 'matches', in: 'takes events from' },
  target: { out: 'delivers to', in: 'is delivered to by' },
  stream: { out: 'streams changes to', in: 'reads the stream of' },
  calls: { out: 'calls', in: 'is called by' },
  starts: { out: 'starts', in: 'is started by' },
  publishes: { out: 'publishes events to', in: 'takes events of' },
  reads: { out: 'reads', in: 'is read by' },
  writes: { out: 'writes', in: 'is written by' },
  sends: { out: 'sends to', in: 'is sent to by' },
  schedules: { out: 'schedules on', in: 'is scheduled by' },
  'dead-letter': { out: 'leaves what failed in', in: 'holds what failed of' },
};

const READS = /^(dynamodb:(Get|BatchGet|Query|Scan|ConditionCheck)|s3:(Get|List|Head))/;
const WRITES = /^(dynamodb:(Put|Update|Delete|BatchWrite|PartiQL)|s3:(Put|Delete|Abort))/;

const OTHERS: readonly [RegExp, EdgeKind][] = [
  [/^events:PutEvents/, 'publishes'],
  [/^states:StartExecution|^states:StartSyncExecution/, 'starts'],
  [/^lambda:Invoke/, 'calls'],
  [/^execute-api:/, 'sends'],
  [/^sqs:SendMessage/, 'sends'],
  [/^scheduler:(Create|Update|Delete)/, 'schedules'],
];

/** What a role's actions make of an edge, with those that do; a grant to read and to write is both. Reading a stream is its mapping's. */
export const verbsOf = (actions: readonly string[]): ReadonlyMap<EdgeKind, readonly string[]> => {
  const kinds = new Map<EdgeKind, string[]>();
  const add = (kind: EdgeKind, action: string): void =>
    void kinds.set(kind, [...(kinds.get(kind) ?? []), action.slice(action.indexOf(':') + 1)]);
  for (const action of actions) {
    if (READS.test(action) && !/^dynamodb:Get(Records|ShardIterator)/.test(action)) add('reads', action);
    if (WRITES.test(action)) add('writes', action);
    for (const [pattern, kind] of OTHERS) if (pattern.test(action)) add(kind, action);
  }
  return kinds;
};
