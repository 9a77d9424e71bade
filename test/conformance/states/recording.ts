import { readFileSync } from 'node:fs';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export type ApiStep = {
  op: 'sfn' | 'createStateMachine' | 'startExecution' | 'aws';
  /** The operation in snake case, where `op` does not say it. */
  api?: string;
  service?: string;
  args: JsonObject;
  expectError?: boolean;
};
export type FixtureStep = { op: 'fixture'; name: string; args: JsonObject };
export type LambdaStep = { op: 'createLambda'; name: string; handler_file: string };
export type TransformerStep = { op: 'transformer'; tkind: string; args: string[] };
export type MatchStep = { op: 'match'; key: string; ref: number; refs: number[]; value: Json };
export type Step = ApiStep | FixtureStep | LambdaStep | TransformerStep | MatchStep;

/** One recorded case: what was done, and what AWS answered. */
export type Case = {
  id: string;
  kind: 'pure' | 'lambda' | 'other';
  lastValidated: string;
  steps: Step[];
  expected: Record<string, Json>;
};

/** The account and region that recordings name. */
export const RECORDED_ACCOUNT = '111111111111';
export const RECORDED_REGION = 'us-east-1';

export const readCases = (file: string): Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);

/** The operation of a step as the API names it, such as `GetExecutionHistory`. */
export const operationOf = ({ op, api }: { op: string; api?: string }): string =>
  op === 'fixture'
    ? 'CreateStateMachineAlias'
    : op === 'createStateMachine'
      ? 'CreateStateMachine'
      : op === 'startExecution'
        ? 'StartExecution'
        : (api ?? '').replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());

/** Every string of a value replaced, keys included. */
export const mapText = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapText(item, change)]));
};
