import { randomUUID } from 'node:crypto';
import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, list, moment, momentOf, needed, structure, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Event } from '../event.ts';
import { FORWARDED, type MayBeForwarded } from '../forwarded.ts';
import type { AcceptedEvent } from '../intake.ts';
import { ARN, BUS_NAME_OR_ARN } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

type Entry = MayBeForwarded & {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  Time?: string | number | Date;
  TraceHeader?: string;
};
type Input = { Entries: Entry[] };

/** Most entries of one call, and their size together in bytes. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const MOST_ENTRIES = 10;
const MOST_BYTES = 2 ** 20;

const SHAPE = {
  Entries: needed(
    list(
      structure({
        ...{ Time: moment(), Source: text(), DetailType: text(), Detail: text(), EventBusName: BUS_NAME_OR_ARN },
        ...{ Resources: list(ARN), TraceHeader: text(length(1, 500)) },
      }),
      length(1, MOST_ENTRIES),
    ),
  ),
};

/** Puts events on buses. Those that are taken are kept before it answers; each that is not is told in its entry. */
export const putEvents = ({ rules, accept, hand, clock }: EventBridge): Operation => ({
  members: ['Entries'],
  withoutEffect: { EndpointId: 'there is one region here, and so no global endpoint' },
  differs: 'A TraceHeader is taken and goes nowhere.',
  permissions: ({ Entries }: Input) =>
    (Array.isArray(Entries) ? Entries : []).map(({ EventBusName, Source = '', DetailType = '' }) => ({
      action: 'events:PutEvents',
      resource: rules.bus(EventBusName).arn,
      context: { 'events:source': [Source], 'events:detail-type': [DetailType] },
    })),
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Entries } = input;
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
    const taken: AcceptedEvent[] = [];
    const handed: { event: Event; bus: string }[] = [];
    const results = Entries.map((entry) => {
      const bus = rules.bus(entry.EventBusName).name;
      const whole = entry[FORWARDED];
      if (whole) {
        handed.push({ event: whole, bus });
        return { EventId: whole.id };
      }
      const problem = problemOf(entry);
      if (problem) return { ErrorCode: problem[0], ErrorMessage: problem[1] };
      const id = randomUUID();
      taken.push({
        ...{
          id,
          bus,
          source: entry.Source ?? '',
          detailType: entry.DetailType ?? '',
          resources: entry.Resources ?? [],
        },
        ...{
          detail: JSON.parse(entry.Detail ?? '{}'),
          time: (entry.Time ?? undefined) === undefined ? clock.now() : momentOf(entry.Time),
        },
      });
      return { EventId: id };
    });
    if (taken.length > 0) accept(taken);
    for (const { event, bus } of handed) hand(event, bus);
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
