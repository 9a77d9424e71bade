import { call } from '../aws/call.ts';
import type { Workflow } from '../system/system.ts';
import { filteredLines, listPage } from './load-rows.ts';
import { markOf, marksPattern, statesLine } from './log-marks.ts';
import type { Period } from './period.ts';
import { isEnded, standingOf } from './row.ts';
import type { RowStore } from './row-store.ts';
import { subjectOf } from './subject.ts';

/** Most executions that a page keeps; older ones are found by a narrower period or a search. */
export const MOST_ROWS = 150_000;

/** Executions of the first page, and of those after it (AWS gives 1,000 at most). */
const FIRST = 100;
const NEXT = 1000;

/** What is running and was not on the newest page is asked for one by one, so many at a time. */
const RUNNING_AT_ONCE = 20;

/** Lines reach a log a little after they were written. */
const LATE = 5000;

export type Progress = { loading: boolean; capped: boolean; at: number; error?: unknown };

/** Fills a store with the executions of a period, newest first, and keeps it as it is in AWS. */
export class RowLoader {
  readonly #workflows: readonly Workflow[];
  readonly #store: RowStore;
  readonly #period: Period;
  readonly #onProgress: (progress: Progress) => void;
  readonly #aborting = new AbortController();
  readonly #marked = new Map<string, number>();
  #progress: Progress = { loading: true, capped: false, at: 0 };

  constructor(
    workflows: readonly Workflow[],
    store: RowStore,
    period: Period,
    onProgress: (progress: Progress) => void,
  ) {
    this.#workflows = workflows;
    this.#store = store;
    this.#period = period;
    this.#onProgress = onProgress;
  }

  /** Loads the period: what is newest, what fails and what runs before all else. */
  async load(): Promise<void> {
    await this.#carry(async (signal) => {
      const listed = this.#workflows.filter(({ express }) => !express);
      const nexts = await Promise.all(listed.map((workflow) => this.#page(workflow, FIRST, undefined, signal)));
      await Promise.all(
        listed.flatMap((workflow, index) =>
          nexts[index] === undefined
            ? []
            : (['FAILED', 'TIMED_OUT', 'RUNNING'] as const).map(async (statusFilter) => {
                const { rows } = await listPage(workflow, { maxResults: FIRST, statusFilter }, signal);
                this.#store.put(rows.filter((row) => this.#isWithin(row.startedAt)));
              }),
        ),
      );
      await this.#mark(signal);
      await Promise.all(listed.map((workflow, index) => this.#rest(workflow, nexts[index], signal)));
    });
    this.#tell({ loading: false });
  }

  /** Takes up what is new, and what became of what ran. */
  async refresh(): Promise<void> {
    await this.#carry(async (signal) => {
      const running = this.#store.rows().filter((row) => !row.express && !isEnded(row));
      await Promise.all(
        this.#workflows.filter(({ express }) => !express).map((workflow) => this.#newest(workflow, signal)),
      );
      const still = running.filter(({ arn }) => {
        const now = this.#store.get(arn);
        return now && !isEnded(now);
      });
      await Promise.all(still.slice(0, RUNNING_AT_ONCE).map(({ arn }) => this.describe(arn, signal)));
      await this.#mark(signal);
    });
  }

  /** Reads one execution whole: its subject, and how it stands. */
  async describe(arn: string, signal: AbortSignal = this.#aborting.signal): Promise<void> {
    const found = await call('states', 'DescribeExecution', { executionArn: arn }, signal);
    const { name = '', status, startDate, stopDate, input, error, cause, stateMachineArn, redriveCount = 0 } = found;
    const workflow = this.#workflows.find((known) => known.arn === stateMachineArn)?.name ?? '';
    this.#store.put([
      {
        arn,
        name,
        ...(workflow && { workflow }),
        standing: standingOf(status),
        startedAt: startDate?.getTime(),
        stoppedAt: stopDate?.getTime(),
        redriveCount,
        subject: subjectOf(input, name),
        error,
        cause,
      },
    ]);
  }

  stop(): void {
    this.#aborting.abort();
  }

  async #carry(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#aborting;
    try {
      await work(signal);
      this.#tell({ at: Date.now(), error: undefined });
    } catch (error) {
      if (!signal.aborted) this.#tell({ error });
    }
  }

  #tell(progress: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...progress };
    if (!this.#aborting.signal.aborted) this.#onProgress(this.#progress);
  }

  #isWithin(at: number): boolean {
    return at >= this.#period.from && at <= (this.#period.to ?? Number.POSITIVE_INFINITY);
  }

  /** Takes one page; answers where the next one begins, or undefined where the period is at its end. */
  async #page(
    workflow: Workflow,
    maxResults: number,
    nextToken: string | undefined,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { rows, next } = await listPage(workflow, { maxResults, nextToken }, signal);
    this.#store.put(rows.filter((row) => this.#isWithin(row.startedAt)));
    const oldest = rows.at(-1);
    return oldest && oldest.startedAt >= this.#period.from ? next : undefined;
  }

  async #rest(workflow: Workflow, from: string | undefined, signal: AbortSignal): Promise<void> {
    let next = from;
    while (next !== undefined) {
      if (this.#store.size >= MOST_ROWS) return this.#tell({ capped: true });
      next = await this.#page(workflow, NEXT, next, signal);
    }
  }

  /** From the newest on, until a page has one that is known. */
  async #newest(workflow: Workflow, signal: AbortSignal): Promise<void> {
    let next: string | undefined;
    do {
      const page = await listPage(workflow, { maxResults: FIRST, nextToken: next }, signal);
      const isKnown = page.rows.some(({ arn }) => this.#store.get(arn) !== undefined);
      const before = page.rows.some(({ startedAt }) => startedAt < this.#period.from);
      this.#store.put(page.rows.filter((row) => this.#isWithin(row.startedAt)));
      next = isKnown || before ? undefined : page.next;
    } while (next !== undefined);
  }

  async #mark(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#workflows.map((workflow) => this.#markOne(workflow, signal)));
  }

  async #markOne({ arn, name, express, logGroup }: Workflow, signal: AbortSignal): Promise<void> {
    if (logGroup === undefined) return;
    const { from, to } = this.#period;
    const since = this.#marked.get(arn) ?? from;
    const began = Date.now();
    for await (const lines of filteredLines(logGroup, marksPattern(express), { from: since, to }, signal)) {
      for (const { message } of lines) {
        const line = statesLine(message);
        const mark = line && markOf(line, name, this.#store.get(line.execution_arn));
        if (mark) this.#store.put([mark]);
      }
    }
    this.#marked.set(arn, Math.max(from, began - LATE));
  }
}
