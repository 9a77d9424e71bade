import { afterEach, describe, expect, test } from 'vitest';
import { type OpenScheduler, openScheduler, QUEUE, ROLE } from './testing.ts';

let scheduler: OpenScheduler;
afterEach(() => scheduler.close());

const open = (options: Parameters<typeof openScheduler>[0] = {}): OpenScheduler => {
  scheduler = openScheduler(options);
  scheduler.resume();
  return scheduler;
};

describe('a one-time schedule', () => {
  test('runs once, at its time in its zone', async () => {
    const { put, until, times } = open();
    await put('launch', 'at(2026-07-01T09:00:00)', { ScheduleExpressionTimezone: 'Europe/Berlin' });
    await until('2027-01-01T00:00:00Z');
    expect(times()).toEqual(['2026-07-01T07:00:00Z']);
  });

  test('is gone afterwards where it says so, and stays otherwise', async () => {
    const { put, until, call } = open();
    await put('goes', 'at(2026-01-02T00:00:00)', { ActionAfterCompletion: 'DELETE' });
    await put('stays', 'at(2026-01-02T00:00:00)');
    await until('2026-01-03T00:00:00Z');
    const { Schedules } = await call('ListSchedules', {});
    expect((Schedules as { Name: string }[]).map(({ Name }) => Name)).toEqual(['stays']);
  });

  test('runs however late where its moment passed while nothing ran, and never again', async () => {
    const first = open();
    await first.put('launch', 'at(2026-01-02T00:00:00)', { ActionAfterCompletion: 'DELETE' });
    await first.leave();
    const second = open({ folder: first.folder, start: '2026-02-01T12:00:00Z' });
    await second.until('2026-02-02T00:00:00Z');
    expect(second.times()).toEqual(['2026-02-01T12:00:00Z']);
    await second.leave();
    const third = open({ folder: first.folder, start: '2026-03-01T00:00:00Z' });
    await third.until('2026-03-02T00:00:00Z');
    expect(third.times()).toEqual([]);
  });

  test('of a time that the clock skips runs when it would have been', async () => {
    const { put, until, times } = open({ start: '2026-03-01T00:00:00Z' });
    await put('gap', 'at(2026-03-29T02:30:00)', { ScheduleExpressionTimezone: 'Europe/Berlin' });
    await until('2026-04-01T00:00:00Z');
    expect(times()).toEqual(['2026-03-29T01:30:00Z']);
  });

  test('that has run runs again only if its time changes', async () => {
    const { put, until, times, call } = open();
    await put('launch', 'at(2026-01-02T00:00:00)');
    await until('2026-01-03T00:00:00Z');
    const input = { Name: 'launch', FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: QUEUE, RoleArn: ROLE } };
    await call('UpdateSchedule', { ...input, ScheduleExpression: 'at(2026-01-02T00:00:00)', Description: 'other' });
    await until('2026-01-04T00:00:00Z');
    expect(times()).toHaveLength(1);
    await call('UpdateSchedule', { ...input, ScheduleExpression: 'at(2026-01-05T00:00:00)' });
    await until('2026-01-06T00:00:00Z');
    expect(times()).toEqual(['2026-01-02T00:00:00Z', '2026-01-05T00:00:00Z']);
  });
});

describe('a rate', () => {
  test('begins at once, and goes on in its rhythm', async () => {
    const { put, until, times } = open();
    await put('beat', 'rate(15 minutes)');
    await until('2026-01-01T00:45:00Z');
    expect(times()).toEqual(['00:00', '00:15', '00:30', '00:45'].map((time) => `2026-01-01T${time}:00Z`));
  });

  test('begins at its start date and ends by its end date', async () => {
    const { put, until, times, call } = open();
    await put('beat', 'rate(1 day)', {
      StartDate: '2026-01-10T08:00:00Z',
      EndDate: '2026-01-12T08:00:00Z',
      ActionAfterCompletion: 'DELETE',
    });
    await until('2026-02-01T00:00:00Z');
    expect(times()).toEqual(['10', '11', '12'].map((day) => `2026-01-${day}T08:00:00Z`));
    await expect(call('GetSchedule', { Name: 'beat' })).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  test('keeps its rhythm over a restart, and makes up for the last of what it missed', async () => {
    const first = open();
    await first.put('beat', 'rate(1 hour)');
    await first.until('2026-01-01T02:30:00Z');
    await first.leave();
    const second = open({ folder: first.folder, start: '2026-01-01T10:20:00Z' });
    await second.until('2026-01-01T12:00:00Z');
    expect(second.times()).toEqual(['2026-01-01T10:20:00Z', '2026-01-01T11:00:00Z', '2026-01-01T12:00:00Z']);
  });

  test('makes up for nothing that its retry policy would have given up', async () => {
    const first = open();
    await first.put('beat', 'rate(30 days)', { Target: { RetryPolicy: { MaximumEventAgeInSeconds: 3600 } } });
    await first.until('2026-01-01T00:00:01Z');
    await first.leave();
    const second = open({ folder: first.folder, start: '2026-02-02T00:00:00Z' });
    await second.until('2026-03-02T00:00:00Z');
    expect(second.times()).toEqual(['2026-03-02T00:00:00Z']);
  });

  test('goes on in its rhythm where something else of it changes', async () => {
    const { put, until, times, call } = open();
    await put('beat', 'rate(1 hour)');
    await until('2026-01-01T00:30:00Z');
    await call('UpdateSchedule', {
      Name: 'beat',
      ScheduleExpression: 'rate(1 hour)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: QUEUE, RoleArn: ROLE },
    });
    await until('2026-01-01T01:30:00Z');
    expect(times()).toEqual(['2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z']);
  });
});

describe('a cron schedule', () => {
  test('keeps to the wall clock when the clocks change', async () => {
    const { put, until, times } = open({ start: '2026-03-28T00:00:00Z' });
    await put('daily', 'cron(0 9 * * ? *)', { ScheduleExpressionTimezone: 'Europe/Berlin' });
    await until('2026-03-30T12:00:00Z');
    expect(times()).toEqual(['2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00Z']);
  });

  test('leaves out a time that does not exist, and runs once at one that comes twice', async () => {
    const { put, until, times } = open({ start: '2026-03-07T12:00:00Z' });
    await put('night', 'cron(30 2 8 3 ? 2026)', { ScheduleExpressionTimezone: 'America/New_York' });
    await put('fall', 'cron(30 1 1 11 ? 2026)', { ScheduleExpressionTimezone: 'America/New_York' });
    await until('2026-12-01T00:00:00Z');
    expect(times()).toEqual(['2026-11-01T05:30:00Z']);
  });

  test('knows leap years', async () => {
    const { put, until, times } = open({ start: '2027-06-01T00:00:00Z' });
    await put('leap', 'cron(0 0 29 2 ? *)');
    await until('2032-03-01T00:00:00Z');
    expect(times()).toEqual(['2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z']);
  });
});

describe('a flexible window', () => {
  const FlexibleTimeWindow = { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 60 };

  test('puts the invocation somewhere within it', async () => {
    const { put, until, times } = open({ random: () => 0.25 });
    await put('loose', 'at(2026-01-02T00:00:00)', { FlexibleTimeWindow });
    await until('2026-01-03T00:00:00Z');
    expect(times()).toEqual(['2026-01-02T00:15:00Z']);
  });

  test('is kept over a restart', async () => {
    const first = open();
    await first.put('loose', 'at(2026-01-02T00:00:00)', { FlexibleTimeWindow });
    await first.until('2026-01-02T00:10:00Z');
    await first.leave();
    const second = open({ folder: first.folder, start: '2026-01-02T00:20:00Z' });
    await second.until('2026-01-03T00:00:00Z');
    expect([first.times(), second.times()]).toEqual([[], ['2026-01-02T00:30:00Z']]);
  });

  test('lets a schedule be deleted until it has run', async () => {
    const { put, until, times, call } = open();
    await put('loose', 'at(2026-01-02T00:00:00)', { FlexibleTimeWindow });
    await until('2026-01-02T00:10:00Z');
    await call('DeleteSchedule', { Name: 'loose' });
    await until('2026-01-03T00:00:00Z');
    expect(times()).toEqual([]);
  });
});

test('a schedule that is disabled does not run, and runs on from now when it is enabled', async () => {
  const { put, until, times, call } = open();
  await put('beat', 'rate(1 hour)', { State: 'DISABLED' });
  await until('2026-01-01T05:30:00Z');
  expect(times()).toEqual([]);
  await call('UpdateSchedule', {
    Name: 'beat',
    ScheduleExpression: 'rate(1 hour)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: QUEUE, RoleArn: ROLE },
  });
  await until('2026-01-01T06:30:00Z');
  expect(times()).toEqual(['2026-01-01T06:00:00Z']);
});

test('three hundred schedules of one moment all run, each once', async () => {
  const { put, until, calls } = open();
  for (let n = 0; n < 300; n++) await put(`s${n}`, 'at(2026-01-02T00:00:00)', { Target: { Input: `${n}` } });
  await until('2026-01-03T00:00:00Z');
  expect(new Set(calls.map(({ input }) => input.MessageBody)).size).toBe(300);
  expect(calls).toHaveLength(300);
});

describe('a template', () => {
  const properties = (ScheduleExpression: string, more: object = {}) => ({
    ScheduleExpression,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: QUEUE, RoleArn: ROLE, RetryPolicy: { MaximumRetryAttempts: '3' } },
    ...more,
  });

  test('declares schedules and groups; what has run does not run again at the next start', async () => {
    const once = properties('at(2026-01-02T00:00:00)', { GroupName: 'releases', ActionAfterCompletion: 'DELETE' });
    const first = openScheduler();
    scheduler = first;
    await first.makeGroup('Group', { Name: 'releases', Tags: [{ Key: 'team', Value: 'launch' }] });
    const made = await first.make('Launch', once);
    expect(made).toEqual({
      ref: 'launch',
      attributes: { Arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/releases/launch' },
    });
    first.resume();
    await first.until('2026-01-03T00:00:00Z');
    await first.leave();
    const second = openScheduler({ folder: first.folder, start: '2026-01-04T00:00:00Z' });
    scheduler = second;
    await second.makeGroup('Group', { Name: 'releases', Tags: [{ Key: 'team', Value: 'launch' }] });
    await second.make('Launch', once);
    second.resume();
    await second.until('2026-01-05T00:00:00Z');
    expect([first.times(), second.times()]).toEqual([['2026-01-02T00:00:00Z'], []]);
  });

  test('that declares a schedule no more ends it; what came over the wire stays', async () => {
    const first = openScheduler();
    scheduler = first;
    await first.make('Beat', properties('rate(1 hour)'));
    await first.put('own', 'rate(1 hour)', { State: 'DISABLED' });
    first.resume();
    await first.leave();
    const second = open({ folder: first.folder });
    const { Schedules } = await second.call('ListSchedules', {});
    expect((Schedules as { Name: string }[]).map(({ Name }) => Name)).toEqual(['own']);
  });
});
