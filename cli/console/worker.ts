import type { Connection } from '../connection.ts';
import { type Clients, createClients } from './clients.ts';
import { readSession, type Session } from './session.ts';

export type RoleName = 'reader' | 'operator';

/** The outputs of the stage that name the console's roles. */
export const ROLE_OUTPUTS: Readonly<Record<RoleName, string>> = {
  reader: 'ConsoleReaderRoleArn',
  operator: 'ConsoleOperatorRoleArn',
};

/** Terminal: the stage was deployed before it had a console. */
export class NoConsoleError extends Error {
  override name = 'NoConsoleError';
}

/** The ARN of one of the console's roles. Throws `NoConsoleError`. */
export const roleArnOf = ({ stage, outputs }: Connection, role: RoleName): string => {
  const arn = outputs[ROLE_OUTPUTS[role]];
  if (arn === undefined)
    throw new NoConsoleError(`Stage ${stage} has no role for the console's ${role}; deploy it anew.`);
  return arn;
};

type Opened = { connection: Connection; roleArn: string; clients: Clients };

/** Works for the console in one role, from the first call on; a connection that failed is tried anew by the next. */
export const createWorker = (connect: () => Promise<Connection>, role: RoleName) => {
  let opened: Promise<Opened> | undefined;
  const open = async (): Promise<Opened> => {
    const connection = await connect();
    const roleArn = roleArnOf(connection, role);
    return { connection, roleArn, clients: createClients(connection, roleArn) };
  };
  const work = (): Promise<Opened> => {
    if (opened) return opened;
    const opening = open();
    opened = opening;
    opening.catch(() => {
      opened = undefined;
    });
    return opening;
  };
  return {
    clients: async (): Promise<Clients> => (await work()).clients,
    async session(): Promise<Session> {
      const { connection, clients, roleArn } = await work();
      return readSession(connection, clients, roleArn);
    },
    async close(): Promise<void> {
      await (await opened?.catch(() => undefined))?.clients.close();
    },
  };
};
