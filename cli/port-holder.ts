import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The process that listens on a port of this machine, as `node (4711)`, where the system tells: Linux does, of one's own processes. */
export const holderOf = (port: number): string | undefined => {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listenersOn(port, read(file))));
  if (sockets.size === 0) return undefined;
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    const holds = list(`/proc/${pid}/fd`).some((fd) => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${fd}`)) ?? [];
      return inode !== undefined && sockets.has(inode);
    });
    if (holds) return `${read(`/proc/${pid}/comm`).trim()} (${pid})`;
  }
  return undefined;
};

/** `sl local_address rem_address st …`: the address ends with the port in hexadecimal, 0A is LISTEN, the tenth column is the inode. */
const listenersOn = (port: number, table: string): string[] =>
  table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    const [, local = '', , state] = columns;
    const listens = state === '0A' && Number.parseInt(local.split(':')[1] ?? '', 16) === port;
    return listens ? [columns[9] ?? ''] : [];
  });

/** What went in the meantime, or is another user's, counts as empty. */
const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};
const read = (file: string): string => quietly(() => readFileSync(file, 'utf8'), '');
const list = (folder: string): string[] => quietly(() => readdirSync(folder), []);
const link = (path: string): string => quietly(() => readlinkSync(path), '');
