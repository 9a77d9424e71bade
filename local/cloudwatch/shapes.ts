import { between, length, matching, oneOf } from '../aws/constraints.ts';
import { integer, list, needed, structure, text, truth } from '../aws/input-shape.ts';
import { UNITS } from './metrics/metric.ts';

export const NAMESPACE = text(length(1, 255), matching('^[^:].*$'));
export const METRIC_NAME = text(length(1, 255));
export const UNIT = text(oneOf(UNITS));
export const ALARM_NAME = text(length(1, 255));
export const ALARM_NAMES = list(ALARM_NAME, length(0, 100));
export const ACTION_ARNS = list(text(length(1, 1024)), length(0, 5));
export const STATE = text(oneOf(['OK', 'ALARM', 'INSUFFICIENT_DATA']));
export const NEXT_TOKEN = text(length(0, 1024));
export const TAGS = list(structure({ Key: needed(text(length(1, 128))), Value: needed(text(length(0, 256))) }));

export const DIMENSIONS = list(
  structure({ Name: needed(text(length(1, 255))), Value: needed(text(length(1, 1024))) }),
  length(0, 30),
);

export const PERIOD = integer(between(1, 86_400));

export const METRIC_DATA_QUERY = structure({
  Id: needed(text(length(1, 255), matching('^[a-z][a-zA-Z0-9_]*$'))),
  MetricStat: structure({
    Metric: needed(structure({ Namespace: NAMESPACE, MetricName: METRIC_NAME, Dimensions: DIMENSIONS })),
    Period: needed(integer()),
    Stat: needed(text()),
    Unit: UNIT,
  }),
  Expression: text(length(1, 2048)),
  Label: text(),
  ReturnData: truth(),
  Period: integer(),
  AccountId: text(length(1, 255)),
});
