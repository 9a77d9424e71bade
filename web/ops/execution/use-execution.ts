import type { DescribeExecutionOutput, HistoryEvent } from '@aws-sdk/client-sfn';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { isExpress } from '../history/execution-arn.ts';
import { type Gathered, gather } from '../history/gather.ts';
import type { ExecutionTree } from '../history/model.ts';
import { isBehind, readHistory, readNewest } from './follow.ts';
import { type Machine, readMachine } from './machine.ts';

export type Execution = {
  arn: string;
  express: boolean;
  machine?: Machine;
  /** Of a Standard execution, as DescribeExecution tells it. */
  described?: DescribeExecutionOutput;
  tree?: ExecutionTree;
  events: readonly HistoryEvent[];
  /** All that there is by now has been read. */
  complete: boolean;
  error?: Error;
  /** Reads again, as after a redrive. */
  refresh: () => void;
};

type Told = { tree: ExecutionTree; events: readonly HistoryEvent[]; complete: boolean };

const visible = (): Promise<void> =>
  document.hidden
    ? new Promise((resolve) => document.addEventListener('visibilitychange', () => resolve(), { once: true }))
    : Promise.resolve();

/** Milliseconds after which reading is tried again. */
export const RETRY = 5000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** One execution, followed while it runs: of what has been read only the newest events are asked for again. */
export const useExecution = (arn: string): Execution => {
  const express = isExpress(arn);
  const pace = usePace(400, 2000);
  const [round, setRound] = useState(0);
  const [told, setTold] = useState<Told>();
  const [error, setError] = useState<Error>();
  const machine = useQuery({
    queryKey: ['machine', arn],
    queryFn: ({ signal }) => readMachine(arn, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ended = told?.complete === true && told.tree.endedAt !== undefined;
  const described = useQuery({
    queryKey: ['execution', arn, ended, round],
    queryFn: ({ signal }) => call('states', 'DescribeExecution', { executionArn: arn }, signal),
    enabled: !express,
    placeholderData: (before) => before,
  });
  const { data: known, isPending } = machine;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round begins anew
  useEffect(() => {
    if (isPending) return;
    const stop = new AbortController();
    const { signal } = stop;
    const history = gather(known?.definition, express);
    let complete = false;
    const tell = () => !signal.aborted && setTold(toldOf(history, complete));
    const all = { arn, history, machine: known, signal, told: tell };
    const isOver = () => complete && history.tree().endedAt !== undefined;
    const settle = () => {
      complete = !isBehind(history);
      setError(undefined);
      tell();
    };
    const goOn = async () => {
      while (!isOver() && !signal.aborted) {
        await pause(pace, signal);
        await visible();
        if (signal.aborted) return;
        await readNewest(all).then(settle, async (problem: Error) => {
          if (signal.aborted) return;
          // What is on the screen stays, and is marked as of a moment ago.
          setError(problem);
          await pause(RETRY, signal);
        });
      }
    };
    const follow = async () => {
      await readHistory(all);
      settle();
      await goOn();
    };
    setError(undefined);
    follow().catch((problem) => signal.aborted || setError(problem as Error));
    return () => stop.abort();
  }, [arn, express, isPending, known, pace, round]);
  return {
    ...{ arn, express, events: told?.events ?? [], complete: told?.complete ?? false, tree: told?.tree },
    machine: known,
    described: described.data,
    error: error ?? (told ? undefined : (described.error ?? undefined)),
    refresh: () => setRound((before) => before + 1),
  };
};

const toldOf = (history: Gathered, complete: boolean): Told => ({
  tree: history.tree(),
  events: history.events(),
  complete,
});
