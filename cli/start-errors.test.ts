import { expect, test } from 'vitest';
import { missingNative } from './native-packages.ts';
import { explain } from './start-errors.ts';
import { createTellFault } from './tell-fault.ts';

const sqliteFull = () =>
  Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });

test('a full disk is told with the room that is left and the room it takes, and where', () => {
  for (const error of [sqliteFull(), Object.assign(new Error('write'), { code: 'ENOSPC' })])
    expect(explain(error, process.cwd())).toMatch(
      /^the disk is full: \d+ MB are left for .*; free at least 200 MB there\. Then start again: what was accepted is kept\.$/,
    );
});

test('the terminal tells of a full disk once in a while, and of any other fault each time', () => {
  const [said, printed]: [string[], unknown[]] = [[], []];
  let now = 0;
  const tell = createTellFault('/', {
    say: (text) => said.push(text),
    print: (error) => printed.push(error),
    now: () => now,
  });
  for (let call = 0; call < 5; call++) tell(new Error('while it was kept', { cause: sqliteFull() }));
  expect(said).toHaveLength(1);
  now = 10_000;
  tell(sqliteFull());
  expect(said).toHaveLength(2);
  tell(Object.assign(new Error('no history', { cause: sqliteFull() }), { name: 'JournalError' }));
  expect(said.at(-1)).toContain('Workflows stand still until npm start is run again.');
  expect(said).toHaveLength(3);
  tell(new Error('else'));
  expect(printed).toHaveLength(1);
});

test('a machine without its part of sharp is told what to install', () => {
  expect(missingNative()).toEqual([]);
  expect(missingNative('linux', 'riscv64')).toEqual([
    expect.stringContaining('npm install --no-save --os=linux --cpu=riscv64'),
  ]);
});

test('a data folder that cannot be written is named', () => {
  const error = Object.assign(new Error('EACCES: permission denied, mkdir'), { code: 'EACCES', syscall: 'mkdir' });
  expect(explain(error, '/data')).toContain('The data folder /data must be writable; name another with --data.');
});
