import type { AlarmSettings, AlarmState, StateValue } from './alarm.ts';
import { alarmTime, periodOf } from './alarm.ts';

/** A period that an alarm looks at; without a value where nothing was observed in it. */
export type Datapoint = { at: number; value?: number; samples?: number };

const BREACHES: Readonly<Record<string, { holds: (value: number, threshold: number) => boolean; words: string }>> = {
  GreaterThanOrEqualToThreshold: {
    holds: (value, threshold) => value >= threshold,
    words: 'greater than or equal to the threshold',
  },
  GreaterThanThreshold: { holds: (value, threshold) => value > threshold, words: 'greater than the threshold' },
  LessThanThreshold: { holds: (value, threshold) => value < threshold, words: 'less than the threshold' },
  LessThanOrEqualToThreshold: {
    holds: (value, threshold) => value <= threshold,
    words: 'less than or equal to the threshold',
  },
};

export const COMPARISONS = Object.keys(BREACHES);

/** Periods that an alarm looks at beyond those it evaluates, for data that comes with gaps. */
export const EXTRA_PERIODS = 2;

/**
 * The state that datapoints, the oldest first, put an alarm in; undefined where it stays in the one that it has.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export const judge = (
  settings: AlarmSettings,
  datapoints: readonly Datapoint[],
  now: number,
): Omit<AlarmState, 'updatedAt' | 'transitionedAt'> | undefined => {
  const {
    EvaluationPeriods: wanted,
    DatapointsToAlarm: toAlarm = wanted,
    TreatMissingData: missing = 'missing',
  } = settings;
  const real = datapoints.filter(({ value }) => value !== undefined).slice(-wanted);
  const breaching = real.filter((point) => isBreaching(settings, point));
  const filled = Math.max(0, wanted - real.length);
  const tell = (value: StateValue): ReturnType<typeof judge> => ({
    value,
    reason: reasonOf(settings, value, real, filled),
    reasonData: JSON.stringify(reasonData(settings, real, datapoints, now)),
  });
  const breaches = breaching.length + (missing === 'breaching' ? filled : 0);
  if (breaches >= toAlarm) return tell('ALARM');
  if (filled === 0 || missing === 'breaching' || missing === 'notBreaching') return tell('OK');
  if (breaching.length < real.length) return tell('OK');
  if (missing === 'ignore') return undefined;
  if (real.length === 0) return tell('INSUFFICIENT_DATA');
  // All that there is breaches: an alarm, once the oldest of it is as old as that many datapoints.
  const oldest = datapoints.length - datapoints.findIndex(({ value }) => value !== undefined);
  return oldest >= toAlarm ? tell('ALARM') : undefined;
};

const isBreaching = ({ ComparisonOperator, Threshold = 0 }: AlarmSettings, { value = 0 }: Datapoint): boolean =>
  BREACHES[ComparisonOperator]?.holds(value, Threshold) === true;

/** A number as Java writes it. */
const shown = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** `16/07/19 08:54:00`. */
const moment = (at: number): string => {
  const [, year, month, day, time] = /^\d\d(\d\d)-(\d\d)-(\d\d)T([\d:]{8})/.exec(new Date(at).toISOString()) ?? [];
  return `${day}/${month}/${year} ${time}`;
};

const TREATED: Readonly<Record<string, string>> = { breaching: 'Breaching', notBreaching: 'NonBreaching' };

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const reasonOf = (settings: AlarmSettings, state: StateValue, real: readonly Datapoint[], filled: number): string => {
  const {
    EvaluationPeriods,
    DatapointsToAlarm = EvaluationPeriods,
    TreatMissingData = 'missing',
    Threshold = 0,
  } = settings;
  if (state === 'INSUFFICIENT_DATA')
    return `Insufficient Data: ${plural(filled, 'datapoint')} ${filled === 1 ? 'was' : 'were'} unknown.`;
  const treated = TREATED[TreatMissingData];
  if (real.length === 0)
    return `Threshold Crossed: no datapoints were received for ${plural(filled, 'period')} and ${plural(filled, 'missing datapoint')} ${filled === 1 ? 'was' : 'were'} treated as [${treated}].`;
  const told = [...real].reverse().filter((point) => isBreaching(settings, point) === (state === 'ALARM'));
  const points = told.map(({ at, value = 0 }) => `${shown(value)} (${moment(at)})`).join(', ');
  const not = state === 'ALARM' ? '' : 'not ';
  const words = BREACHES[settings.ComparisonOperator]?.words;
  const least = state === 'ALARM' ? DatapointsToAlarm : EvaluationPeriods - DatapointsToAlarm + 1;
  const way = state === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK';
  const also =
    filled > 0 && treated
      ? ` and ${plural(filled, 'missing datapoint')} ${filled === 1 ? 'was' : 'were'} treated as [${treated}]`
      : '';
  return `Threshold Crossed: ${told.length} out of the last ${real.length} datapoints [${points}] ${told.length === 1 ? 'was' : 'were'} ${not}${words} (${shown(Threshold)})${also} (minimum ${plural(least, 'datapoint')} for ${way} transition).`;
};

const reasonData = (
  settings: AlarmSettings,
  real: readonly Datapoint[],
  all: readonly Datapoint[],
  now: number,
): object => {
  const { Statistic, ExtendedStatistic, Threshold = 0, Unit } = settings;
  const [oldest] = real;
  return {
    version: '1.0',
    queryDate: alarmTime(now),
    ...(oldest ? { startDate: alarmTime(oldest.at) } : {}),
    ...(Unit === undefined ? {} : { unit: Unit }),
    ...((Statistic ?? ExtendedStatistic) ? { statistic: Statistic ?? ExtendedStatistic } : {}),
    period: periodOf(settings),
    recentDatapoints: real.map(({ value }) => value),
    threshold: Threshold,
    evaluatedDatapoints: [...all]
      .reverse()
      .filter(({ at }) => at >= (oldest?.at ?? 0))
      .slice(0, settings.EvaluationPeriods)
      .map(({ at, samples, value }) => ({
        timestamp: alarmTime(at),
        ...(samples === undefined ? {} : { sampleCount: samples }),
        ...(value === undefined ? {} : { value }),
      })),
  };
};
