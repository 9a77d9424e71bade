import type { Besides } from './besides.ts';

/** What is used outside of what executions and figures tell. */
const ALWAYS = [
  'requests of the HTTP API and messages of the WebSocket API',
  'what the CDN delivers, and traffic out of the region',
  'what functions ask of DynamoDB, S3 and SQS by themselves',
  'the start of instances of functions outside of workflows',
  'logs that functions outside of workflows write',
  'storage of tables, which CloudWatch has no figure of',
  'alarms, metrics of its own, the user pool, schedules, the archive of events',
];

/** What is not in the sums, said rather than guessed. */
export const UnseenList = ({ unseen, besides }: { unseen: readonly string[]; besides: Besides }) => (
  <section className="panel unseen" aria-labelledby="unseen-h">
    <div className="panel-head">
      <h2 id="unseen-h">What is not in these sums</h2>
    </div>
    <ul className="pad">
      {[
        ...new Set([
          ...unseen,
          ...ALWAYS,
          ...(besides.events === undefined ? ['events that functions put, for no rule counts all of them'] : []),
        ]),
      ].map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  </section>
);
