const NUMBER = new Intl.NumberFormat('en-US');

/** `1,204` */
export const formatCount = (count: number): string => NUMBER.format(count);

/** `1 execution`, `1,204 executions`; `several` where it is not one with an s. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : several}`;

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** `214 B`, `1.2 KB`, `184 MB`, of thousands. */
export const formatBytes = (bytes: number): string => {
  let unit = 0;
  let size = bytes;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 99.5 ? Math.round(size) : Number(size.toFixed(1))} ${UNITS[unit]}`;
};
