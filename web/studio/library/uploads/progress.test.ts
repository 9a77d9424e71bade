import { expect, test } from 'vitest';
import type { Asset } from '../../api/assets.ts';
import { allPercent, trayOrder, trayState } from './progress.ts';
import type { UploadFile } from './uppy.ts';

const NOW = 1_000_000;

const file = (more: Record<string, unknown> = {}, progress: Record<string, unknown> = {}): UploadFile =>
  ({
    ...{ id: 'one', name: 'one.jpg', size: 1000, meta: {}, error: null },
    progress: { bytesTotal: 1000, bytesUploaded: 0, uploadStarted: null, uploadComplete: false, ...progress },
    ...more,
  }) as unknown as UploadFile;

const asset = (state: Asset['state'], more: Partial<Asset> = {}): Asset =>
  ({ state, renditions: { ready: 3, total: 9, failed: 0 }, ...more }) as Asset;

const stateOf = (upload: UploadFile, known?: Asset, online = true) => trayState(upload, known, online, NOW);

test('a file waits, is sent with how long it will take, and is then told by its asset', () => {
  expect(stateOf(file())).toEqual({ is: 'waiting' });
  const sending = file({}, { uploadStarted: NOW - 2000, bytesUploaded: 250, percentage: 25 });
  expect(stateOf(sending)).toEqual({ is: 'sending', percent: 25, sent: 250, size: 1000, secondsLeft: 6 });
  const sent = file({}, { uploadComplete: true });
  expect(stateOf(sent)).toEqual({ is: 'processing', ready: 0, total: 0 });
  expect(stateOf(sent, asset('processing'))).toEqual({ is: 'processing', ready: 3, total: 9 });
  expect(stateOf(sent, asset('ready'))).toEqual({ is: 'done' });
});

test('what was refused says why, whoever refused it', () => {
  expect(stateOf(file({ meta: { refused: 'The file is empty.' } }))).toEqual({
    is: 'refused',
    why: 'The file is empty.',
  });
  const reason = { code: 'too-small', message: 'It is 412 × 280 px.', remedy: 'Choose a larger one.' };
  expect(stateOf(file({}, { uploadComplete: true }), asset('refused', { reason }))).toEqual({
    is: 'refused',
    why: 'It is 412 × 280 px. Choose a larger one.',
  });
  const replacement = { state: 'refused' as const, fileName: 'new.jpg', reason };
  expect(stateOf(file({ meta: { replaces: 'a' } }, { uploadComplete: true }), asset('ready', { replacement }))).toEqual(
    {
      is: 'refused',
      why: 'It is 412 × 280 px.',
    },
  );
});

test('a lost network and a pause are told apart, with how far it got', () => {
  const half = { uploadStarted: NOW - 2000, bytesUploaded: 480, percentage: 48 };
  expect(stateOf(file({}, half), undefined, false)).toEqual({ is: 'lost', percent: 48 });
  expect(stateOf(file({ error: 'Network error' }, half))).toEqual({ is: 'lost', percent: 48 });
  expect(stateOf(file({ isPaused: true }, half))).toEqual({ is: 'paused', percent: 48 });
  expect(stateOf(file({ isGhost: true }, half))).toEqual({ is: 'ghost' });
});

test('what needs somebody stands first and what is done last', () => {
  const order = [
    stateOf(file()),
    stateOf(file({ meta: { refused: 'no' } })),
    stateOf(file({}, { uploadComplete: true }), asset('ready')),
  ];
  expect(order.sort((one, other) => trayOrder(one) - trayOrder(other)).map(({ is }) => is)).toEqual([
    'refused',
    'waiting',
    'done',
  ]);
});

test('the progress of all goes by bytes; what was refused does not hold it up', () => {
  const files = [
    file({}, { uploadComplete: true }),
    file({ size: 3000 }, { bytesUploaded: 1000 }),
    file({ meta: { refused: 'no' }, size: 99_999 }),
  ];
  expect(allPercent(files)).toBe(50);
  expect(allPercent([])).toBe(100);
});
