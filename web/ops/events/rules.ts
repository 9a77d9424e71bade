/** A rule of the bus, as far as the console speaks of it. */
export type BusRule = {
  /** `asset-uploaded`, as its construct is named. */
  name: string;
  physicalName: string;
  arn: string;
  pattern?: string;
  enabled: boolean;
  /** EventBridge's own, such as the one that fills an archive. */
  managed: boolean;
};

type Plain = { source?: string; 'detail-type'?: string };

/**
 * Whether a pattern may match an event of this source and type, by its plain lists alone; what else it asks for is for
 * EventBridge to judge. A pattern that cannot be read may match.
 */
export const mayMatch = (pattern: string | undefined, event: { source: string; detailType: string }): boolean => {
  if (pattern === undefined) return false;
  let read: Record<string, unknown>;
  try {
    read = JSON.parse(pattern) as Record<string, unknown>;
  } catch {
    return true;
  }
  const values: Plain = { source: event.source, 'detail-type': event.detailType };
  return Object.entries(values).every(([name, value]) => {
    const wanted = read[name];
    if (!Array.isArray(wanted) || !wanted.every((each) => typeof each === 'string')) return true;
    return wanted.includes(value);
  });
};

/** Whether the plain lists are all that a pattern asks for, so that nothing is left to judge. */
export const isPlain = (pattern: string | undefined): boolean => {
  try {
    return Object.entries(JSON.parse(pattern ?? '') as object).every(
      ([name, wanted]) =>
        (name === 'source' || name === 'detail-type') &&
        Array.isArray(wanted) &&
        wanted.every((each) => typeof each === 'string'),
    );
  } catch {
    return false;
  }
};

export type TargetKind = 'workflow' | 'function' | 'queue' | 'log' | 'bus' | 'other';

const KINDS: Readonly<Record<string, TargetKind>> = {
  states: 'workflow',
  lambda: 'function',
  sqs: 'queue',
  logs: 'log',
  events: 'bus',
};

export const targetKind = (arn: string): TargetKind => KINDS[arn.split(':')[2] ?? ''] ?? 'other';

/** The function's name in an ARN, without its alias. */
export const functionIn = (arn: string): string => arn.split(':')[6] ?? arn;

type Named = { name: string };
type Parts = {
  workflows: readonly (Named & { arn: string })[];
  functions: readonly (Named & { physicalId: string })[];
  deadLetterQueues: readonly (Named & { arn: string })[];
};

/** What a target is called in the stage; the end of its ARN where the stage does not know it. */
export const targetName = (arn: string, { workflows, functions, deadLetterQueues }: Parts): string => {
  const kind = targetKind(arn);
  const known =
    kind === 'workflow'
      ? workflows.find((workflow) => workflow.arn === arn)
      : kind === 'function'
        ? functions.find(({ physicalId }) => physicalId === functionIn(arn))
        : deadLetterQueues.find((queue) => queue.arn === arn);
  return known?.name ?? (kind === 'function' ? functionIn(arn) : (arn.split(/[:/]/).at(-1) ?? arn));
};
