import { objectIn } from '@marquee/ui/json-object.ts';
import type { Attempt, ExecutionTree, Visit } from '../history/model.ts';
import type { Prices } from './prices.ts';
import { unitsOf } from './request-units.ts';

/** One line of a bill: so many units at a price each, in dollars. */
export type CostLine = { what: string; unit: string; count: number; price: number; amount: number };

export type Cost = {
  lines: readonly CostLine[];
  total: number;
  /** What was used besides and cannot be seen from here, in words. */
  unseen: readonly string[];
};

/** What Lambda and its log tell of one attempt; see `readReport`. */
export type Invoked = { billedMs: number; memoryMiB: number; logBytes: number; x86?: boolean };

export type Used = {
  tree: ExecutionTree;
  /** The bytes that an Express execution has logged of itself; undefined of a Standard one. */
  express?: { logBytes: number };
  /** By visit and number of the attempt: `keyOf`. */
  invoked: ReadonlyMap<string, Invoked>;
  /** What functions are called, by their names in the account. */
  names?: ReadonlyMap<string, string>;
};

export const keyOf = (visit: Visit, attempt: Attempt): string => `${visit.id}/${attempt.number}`;

/** State transitions, as Step Functions counts them: each time a state is executed, each retry once more. */
export const transitionsOf = ({ visits }: ExecutionTree): number =>
  visits.reduce((sum, { attempts }) => sum + Math.max(1, attempts.length), 0);

const GB = 1024 ** 3;
/** An Express execution is billed by 100 ms and by 64 MB of memory. */
const EXPRESS_MS = 100;
const EXPRESS_GB = 64 / 1024;
const EVENT_BYTES = 64 * 1024;

const RESOURCE = /^arn:aws:states:::(?:aws-sdk:)?([a-z0-9]+):(\w+)/i;
const S3_PUT = new Set(['putObject', 'copyObject', 'listObjects', 'listObjectsV2', 'createMultipartUpload']);
const S3_FREE = new Set(['deleteObject', 'deleteObjects', 'abortMultipartUpload']);

/** What a bill counts, collected by name so that equal things become one line. */
const createBill = (prices: Prices, names: ReadonlyMap<string, string> = new Map()) => {
  const lines = new Map<string, CostLine>();
  const unseen = new Set<string>();
  const add = (what: string, unit: string, price: keyof Prices, count: number): void => {
    if (count === 0) return;
    const line = lines.get(what) ?? { what, unit, count: 0, price: prices[price], amount: 0 };
    const sum = line.count + count;
    lines.set(what, { ...line, count: sum, amount: sum * line.price });
  };
  return { lines, unseen, add, nameOf: (name: string) => names.get(name) ?? name };
};

type Bill = ReturnType<typeof createBill>;

/** What an execution has cost at list price, from what was used and seen; what cannot be seen is named, not guessed. */
export const costOf = ({ tree, express, invoked, names }: Used, prices: Prices): Cost => {
  const bill = createBill(prices, names);
  if (express) addExpress(bill, tree, express.logBytes);
  else bill.add('State transitions', 'transition', 'transition', transitionsOf(tree));
  for (const visit of tree.visits)
    for (const attempt of visit.attempts) addAttempt(bill, visit, attempt, invoked.get(keyOf(visit, attempt)));
  const lines = [...bill.lines.values()];
  return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0), unseen: [...bill.unseen] };
};

const addExpress = ({ add, unseen }: Bill, { startedAt, endedAt }: ExecutionTree, logBytes: number): void => {
  add('Express request', 'request', 'expressRequest', 1);
  add("The workflow's log", 'GB', 'logsGb', logBytes / GB);
  if (endedAt === undefined) return;
  const seconds = (Math.ceil((endedAt - startedAt) / EXPRESS_MS) * EXPRESS_MS) / 1000;
  add('Express duration', 'GB-second', 'expressGbSecond', seconds * EXPRESS_GB);
  unseen.add('memory of the Express execution above its first 64 MB');
};

const addAttempt = (bill: Bill, { resource = '', mapRunArn }: Visit, attempt: Attempt, invoked?: Invoked): void => {
  if (mapRunArn) bill.unseen.add('the executions of a distributed Map, which have a cost of their own');
  const [, service = '', operation = ''] = RESOURCE.exec(resource) ?? [];
  const asked = () => objectIn(attempt.parameters);
  if (service === 'lambda' || resource.includes(':function:'))
    addFunction(bill, bill.nameOf(functionName(asked(), resource)), invoked);
  else if (service === 'dynamodb') addTable(bill, operation, asked(), attempt);
  else if (service === 'events') {
    for (const entry of (asked().Entries ?? []) as object[])
      bill.add('Events', 'event', 'event', Math.max(1, Math.ceil(JSON.stringify(entry).length / EVENT_BYTES)));
  } else if (service === 's3') {
    if (S3_FREE.has(operation)) return;
    if (S3_PUT.has(operation)) bill.add('S3 writes', 'request', 's3Put', 1);
    else bill.add('S3 reads', 'request', 's3Get', 1);
  } else if (service === 'sqs') bill.add('SQS requests', 'request', 'sqsRequest', 1);
  else if (service === 'states') bill.unseen.add('executions that it started, which have a cost of their own');
  else if (service !== '') bill.unseen.add(`calls of ${service}:${operation}`);
};

/** `make-renditions` of `arn:aws:lambda:…:function:make-renditions:live`. */
const functionName = ({ FunctionName }: Readonly<Record<string, unknown>>, resource: string): string => {
  const name = String(FunctionName ?? resource);
  return /:function:([^:]+)/.exec(name)?.[1] ?? name;
};

const addFunction = ({ add, unseen }: Bill, name: string, invoked: Invoked | undefined): void => {
  add('Lambda requests', 'request', 'lambdaRequest', 1);
  unseen.add('what functions ask of other services');
  if (!invoked) {
    unseen.add(`how long ${name} worked, where its log is not read`);
    return;
  }
  const { billedMs, memoryMiB, logBytes, x86 } = invoked;
  const price = x86 ? 'lambdaGbSecondX86' : 'lambdaGbSecondArm';
  add(`${name}, with its start`, 'GB-second', price, (billedMs / 1000) * (memoryMiB / 1024));
  add("Functions' logs", 'GB', 'logsGb', logBytes / GB);
};

const addTable = (
  { add, unseen }: Bill,
  operation: string,
  asked: Readonly<Record<string, unknown>>,
  attempt: Attempt,
): void => {
  const { writes, reads, known } = unitsOf(
    operation,
    asked,
    attempt.output === undefined ? undefined : objectIn(attempt.output),
  );
  add('DynamoDB writes', 'write unit', 'writeUnit', writes);
  add('DynamoDB reads', 'read unit', 'readUnit', reads);
  if (!known) unseen.add('items of more than 1 KB that are changed in place');
  if (writes > 0) unseen.add('storage of what it wrote, and indexes of its tables');
};
