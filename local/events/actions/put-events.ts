import { randomUUID } from 'node:crypto';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { EventBridge } from '../state.ts';

type Entry = {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  Time?: string | number;
  TraceHeader?: string;
};
type Input = { Entries?: Entry[] };

/** Most entries of one call, and their size together in bytes. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const MOST_ENTRIES = 10;
const MOST_BYTES = 2 ** 20;

export const putEvents = ({ rules, accept, clock }: EventBridge): Operation => ({
  permissions: ({ Entries = [] }: Input) =>
    Entries.map(({ EventBusName, Source = '', DetailType = '' }) => ({
      action: 'events:PutEvents',
      resource: rules.bus(EventBusName).arn,
      context: { 'events:source': [Source], 'events:detail-type': [DetailType] },
    })),
  run({ Entries = [] }: Input) {
    if (Entries.length === 0 || Entries.length > MOST_ENTRIES) {
      throw new AwsError(
        'ValidationException',
        `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${MOST_ENTRIES}, inclusive`,
      );
    }
    const size = Entries.reduce(
      (sum, { Source = '', DetailType = '', Detail = '', Resources = [] }) =>
        sum + Buffer.byteLength(Source + DetailType + Detail + Resources.join('')),
      0,
    );
    if (size > MOST_BYTES)
      throw new AwsError(
        'ValidationException',
        `Total size of the entries in the request is over the limit of ${MOST_BYTES} bytes.`,
      );
    const results = Entries.map((entry) => {
      const problem = problemOf(entry);
      if (problem) return { ErrorCode: problem[0], ErrorMessage: problem[1] };
      const id = randomUUID();
      const given =
        entry.Time === undefined
          ? undefined
          : typeof entry.Time === 'number'
            ? entry.Time * 1000
            : Date.parse(entry.Time);
      accept({
        id,
        bus: rules.bus(entry.EventBusName).name,
        source: entry.Source ?? '',
        detailType: entry.DetailType ?? '',
        detail: JSON.parse(entry.Detail ?? '{}'),
        resources: entry.Resources ?? [],
        time: given ?? clock.now(),
      });
      return { EventId: id };
    });
    return { FailedEntryCount: results.filter(({ ErrorCode }) => ErrorCode).length, Entries: results };
  },
});

/** Error code and message of an entry that is refused on its own, as EventBridge has them. */
const problemOf = ({ Source, DetailType, Detail }: Entry): [string, string] | undefined => {
  for (const [name, value] of Object.entries({ Source, DetailType, Detail })) {
    if (!value) return ['InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`];
  }
  if (Source?.startsWith('aws.')) return ['NotAuthorizedForSourceException', 'Not authorized for the source.'];
  try {
    const parsed: unknown = JSON.parse(Detail ?? '');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return undefined;
  } catch {
    // Said below.
  }
  return ['MalformedDetail', 'Detail is malformed.'];
};
