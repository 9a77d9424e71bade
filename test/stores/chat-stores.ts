import { afterAll, beforeAll, describe, vi } from 'vitest';
import { type MemoryChat, memoryChat } from '../../services/chat/testing/memory-chat.ts';
import { startSystem } from '../end-to-end/system.ts';

type Inside = 'rows' | 'tickets' | 'gaps' | 'asks' | 'promises' | 'feedback' | 'buckets';

/** What steps call of the chat table, be it the real one or the one in memory. */
export type ChatStore = Omit<MemoryChat, Inside>;

const inMemory = (): ChatStore => memoryChat();

/** The store of the chat's functions on the table of a runtime of its own. */
const onTable = async (): Promise<{ store: ChatStore; stop: () => Promise<void> }> => {
  const system = await startSystem();
  const { endpoint, region, credentials } = system.connection.client;
  vi.stubEnv('CHAT_TABLE', system.connection.outputs.ChatTableName);
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials?.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials?.secretAccessKey);
  // Clients and names are read from the environment as modules are loaded.
  vi.resetModules();
  const [conversations, sockets, tickets, gaps, promises, feedback, limits, asked] = await Promise.all([
    import('../../services/chat/store/conversations.ts'),
    import('../../services/chat/store/sockets.ts'),
    import('../../services/chat/store/tickets.ts'),
    import('../../services/chat/store/gaps.ts'),
    import('../../services/chat/store/promises.ts'),
    import('../../services/chat/store/feedback.ts'),
    import('../../services/chat/store/limits.ts'),
    import('../../services/chat/store/asked.ts'),
  ]);
  const store = { ...conversations, ...sockets, ...tickets, ...gaps, ...promises, ...feedback, ...limits, ...asked };
  return {
    store,
    async stop() {
      vi.unstubAllEnvs();
      vi.resetModules();
      await system.stop();
    },
  };
};

/** Tests that both pass, so that the one in memory is known to behave as the real one. */
export const onBothStores = (tests: (open: () => ChatStore) => void): void => {
  let real: Awaited<ReturnType<typeof onTable>>;
  beforeAll(async () => {
    real = await onTable();
  });
  afterAll(() => real?.stop());
  describe.each([
    ['the table', () => real.store],
    ['the table in memory', inMemory],
  ])('%s', (_, open) => tests(open));
};
