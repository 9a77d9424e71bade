import type { QueryLanguageName, StateType } from './definition.ts';

const ALWAYS = ['Type', 'Comment', 'QueryLanguage'];
const TRANSITION = ['Next', 'End'];
const FAILING = ['Retry', 'Catch'];
const TASK = ['Resource', 'TimeoutSeconds', 'HeartbeatSeconds', 'Credentials'];
const MAP = [
  'ItemProcessor',
  'MaxConcurrency',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
  'ItemSelector',
  'Label',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
];

/** Fields that each type of state may have, by query language. */
const FIELDS: Readonly<Record<QueryLanguageName, Readonly<Record<StateType, readonly string[]>>>> = {
  JSONata: {
    Choice: ['Choices', 'Default', 'Output', 'Assign'],
    Fail: ['Error', 'Cause'],
    Map: [...TRANSITION, ...FAILING, ...MAP, 'Items', 'Output', 'Assign'],
    Parallel: [...TRANSITION, ...FAILING, 'Branches', 'Arguments', 'Output', 'Assign'],
    Pass: [...TRANSITION, 'Output', 'Assign'],
    Succeed: ['Output'],
    Task: [...TRANSITION, ...FAILING, ...TASK, 'Arguments', 'Output', 'Assign'],
    Wait: [...TRANSITION, 'Seconds', 'Timestamp', 'Output', 'Assign'],
  },
  JSONPath: {
    Choice: ['Choices', 'Default', 'InputPath', 'OutputPath', 'Assign'],
    Fail: ['Error', 'Cause', 'ErrorPath', 'CausePath'],
    Map: [
      ...TRANSITION,
      ...FAILING,
      ...MAP,
      ...['Iterator', 'ItemsPath', 'Parameters', 'MaxConcurrencyPath', 'ToleratedFailureCountPath'],
      ...['ToleratedFailurePercentagePath', 'InputPath', 'OutputPath', 'ResultPath', 'ResultSelector', 'Assign'],
    ],
    Parallel: [
      ...TRANSITION,
      ...FAILING,
      ...['Branches', 'Parameters', 'InputPath', 'OutputPath', 'ResultPath', 'ResultSelector', 'Assign'],
    ],
    Pass: [...TRANSITION, 'Result', 'Parameters', 'InputPath', 'OutputPath', 'ResultPath', 'Assign'],
    Succeed: ['InputPath', 'OutputPath'],
    Task: [
      ...TRANSITION,
      ...FAILING,
      ...TASK,
      ...['TimeoutSecondsPath', 'HeartbeatSecondsPath', 'Parameters', 'InputPath', 'OutputPath', 'ResultPath'],
      ...['ResultSelector', 'Assign'],
    ],
    Wait: [
      ...TRANSITION,
      ...['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath', 'InputPath', 'OutputPath', 'Assign'],
    ],
  },
};

export const isField = (type: StateType, language: QueryLanguageName, field: string): boolean =>
  ALWAYS.includes(field) || FIELDS[language][type].includes(field);

/** Fields that a type of state must have. */
export const REQUIRED: Readonly<Partial<Record<StateType, readonly string[]>>> = {
  Choice: ['Choices'],
  Parallel: ['Branches'],
  Task: ['Resource'],
};
