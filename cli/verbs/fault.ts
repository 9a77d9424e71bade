import { type Connection, connect } from '../connection.ts';
import { callFaults, type Fault } from '../faults-client.ts';
import { duration, json, table } from '../print.ts';
import { UsageError, wholeNumber } from '../usage.ts';
import type { Call, Values, Verb } from '../verb.ts';

const USAGE =
  'fault add --service NAME [--operation NAME] [--error CODE] [--status N] [--rate 0.1] [--latency 200ms] [--times N] [--resource ARN] | fault list | fault remove ID | fault remove --all';

export const fault: Verb = {
  usage: USAGE,
  summary:
    'has calls of an AWS service fail or wait, on a runtime on this machine, until they are removed or it is started again',
  options: {
    service: { type: 'string' },
    operation: { type: 'string' },
    error: { type: 'string' },
    status: { type: 'string' },
    rate: { type: 'string' },
    latency: { type: 'string' },
    times: { type: 'string' },
    resource: { type: 'string' },
    all: { type: 'boolean' },
  },
  async run(call) {
    const [name = '', ...rest] = call.positionals;
    const command = COMMANDS[name];
    if (!command) throw new UsageError(`Usage: npm run marquee -- ${USAGE}`);
    await command(await connect(call.values), call, rest);
    return true;
  },
};

const COMMANDS: Readonly<
  Record<string, (connection: Connection, call: Call, rest: readonly string[]) => Promise<void>>
> = {
  async add(connection, { values, out }) {
    const { Fault: added } = await callFaults<{ Fault: Fault }>(connection, 'AddFault', inputOf(values));
    out(values.json ? json(added) : `${added.id}  ${sentence(added)}`);
  },
  async list(connection, { values, out }) {
    const { Faults } = await callFaults<{ Faults: Fault[] }>(connection, 'ListFaults', {});
    const rows = Faults.map((each) => [each.id, sentence(each), each.struck]);
    out(
      values.json ? json(Faults) : table(['Fault', 'What goes wrong', 'Struck'], rows, 'Nothing goes wrong on demand.'),
    );
  },
  async remove(connection, { values, out }, [Id]) {
    if (!values.all && Id === undefined)
      throw new UsageError('Which one? fault list tells the ids; --all removes all.');
    const input = values.all ? { All: true } : { Id };
    const { Removed } = await callFaults<{ Removed: string[] }>(connection, 'RemoveFault', input);
    out(values.json ? json(Removed) : Removed.length > 0 ? `Removed ${Removed.join(', ')}.` : 'There was none.');
  },
};

const inputOf = (values: Values): object => ({
  Service: values.service,
  Operation: values.operation,
  Error: values.error,
  Resource: values.resource,
  ...(values.status === undefined ? {} : { Status: wholeNumber('status', values.status, 400) }),
  ...(values.times === undefined ? {} : { Times: wholeNumber('times', values.times, 1) }),
  ...(values.rate === undefined ? {} : { Rate: shareOf(values.rate) }),
  ...(values.latency === undefined ? {} : { LatencyMilliseconds: millisecondsOf(values.latency) }),
});

const shareOf = (text: string): number => {
  const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(share > 0 && share <= 1))
    throw new UsageError(`--rate takes a share above 0 and at most 1, such as 0.1 or 10%, not ${text}.`);
  return share;
};

const millisecondsOf = (text: string): number => {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(text) ?? [];
  if (number === undefined) throw new UsageError(`--latency takes a time such as 200ms or 2s, not ${text}.`);
  return Number(number) * (unit === 's' ? 1000 : 1);
};

/** `s3 PutObject: 10 % fail with SlowDown after 200 ms` */
export const sentence = ({ service, operation, error, rate, latency, times, resource }: Fault): string =>
  [
    `${service} ${operation === '*' ? '(all operations)' : operation}: ${Number((rate * 100).toPrecision(3))} %`,
    error === undefined ? 'wait' : `fail with ${error}`,
    ...(latency > 0 ? [`${error === undefined ? 'for' : 'after'} ${duration(latency)}`] : []),
    ...(times === undefined ? [] : [`, ${times} times at most`]),
    ...(resource === undefined ? [] : [`, on ${resource}`]),
  ]
    .join(' ')
    .replaceAll(' ,', ',');
