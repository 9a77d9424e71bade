/** How a state, an attempt, an iteration or a whole execution stands; `web/ui/status.tsx` has shape, word and colour of each. */
export type Standing =
  | 'running'
  /** Nothing works: a Wait, a task token, the pause before a retry. */
  | 'waiting'
  | 'succeeded'
  /** Succeeded, though not at the first attempt. */
  | 'retried'
  /** Failed, and a Catch went on. */
  | 'caught'
  | 'failed'
  | 'timedout'
  | 'aborted';

/** One attempt of a Task, or of a whole Map or Parallel. Times are milliseconds since 1970. */
export type Attempt = {
  /** From 1. */
  number: number;
  scheduledAt: number;
  /** When work began: the time before it was spent queueing. */
  startedAt?: number;
  endedAt?: number;
  standing: 'running' | 'waiting' | 'succeeded' | 'failed' | 'timedout' | 'aborted';
  error?: string;
  cause?: string;
  /** The function's request, where its answer tells. */
  requestId?: string;
  /** What was sent, as JSON text: the `parameters` of the scheduled event. */
  parameters?: string;
  output?: string;
  /** A child execution that this attempt started. */
  childExecutionArn?: string;
};

/** One iteration of a Map, or one branch of a Parallel. */
export type Branch = {
  index: number;
  standing: Standing;
  startedAt: number;
  endedAt?: number;
};

/** One visit of one state. */
export type Visit = {
  /** The id of the event that entered it. */
  id: number;
  name: string;
  /** `Task`, `Choice`, … */
  type: string;
  /** The state's place in the definition: its name, after those of the Maps and Parallels around it, each followed by the branch's number where a Parallel has several: `Renditions/MakeRendition`, `Both/1/Right`. A Map has one processor and no number. */
  path: string;
  /** The visit of the Map or Parallel that this one is in, and in which of its iterations or branches. */
  parent?: number;
  branch?: number;
  standing: Standing;
  enteredAt: number;
  exitedAt?: number;
  input?: string;
  output?: string;
  /** What Assign set on leaving, by variable, each as JSON text. */
  assigned: Readonly<Record<string, string>>;
  /** All variables as they were on entering, each as JSON text. */
  variables: Readonly<Record<string, string>>;
  /** `arn:aws:states:::lambda:invoke`; of tasks only. */
  resource?: string;
  attempts: readonly Attempt[];
  /** Iterations or branches of the latest attempt, in order of their number; those of a distributed Map are executions of their own. */
  branches: readonly Branch[];
  /** Of a distributed Map. */
  mapRunArn?: string;
  error?: string;
  cause?: string;
  /** The ids of its events, itself included, those of states within not. */
  events: readonly number[];
  /** The name of the state that came next, and how. */
  next?: { name: string; path: string; by: 'next' | 'catch' };
};

/** A whole execution, as its history tells it. */
export type ExecutionTree = {
  standing: Standing;
  startedAt: number;
  endedAt?: number;
  input?: string;
  output?: string;
  error?: string;
  cause?: string;
  /** In the order of entering. */
  visits: readonly Visit[];
  /** How often each redrive began, as times. */
  redrivenAt: readonly number[];
};
