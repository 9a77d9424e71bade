import * as z from 'zod';

export const CloseSocketInput = z.object({ connectionId: z.string().min(1) });
export type CloseSocketInput = z.infer<typeof CloseSocketInput>;

type Deps = {
  conversationOf: (connectionId: string) => Promise<string | undefined>;
  detach: (conversationId: string, connectionId: string) => Promise<void>;
  dropSocket: (connectionId: string) => Promise<void>;
};

/** Forgets a socket that has ended. Once more changes nothing. */
export const createCloseSocket =
  ({ conversationOf, detach, dropSocket }: Deps) =>
  async ({ connectionId }: CloseSocketInput): Promise<void> => {
    const id = await conversationOf(connectionId);
    if (id !== undefined) await detach(id, connectionId);
    await dropSocket(connectionId);
  };
