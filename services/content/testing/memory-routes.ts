const taken = (): Error =>
  Object.assign(new Error('The routes were written by another execution.'), { name: 'RoutesTakenError' });

/** The edge's key value store in memory: every write needs the tag that the one before left. */
export const memoryRoutes = () => {
  const routes = new Map<string, string>();
  const written: string[] = [];
  let writes = 0;
  return {
    routes,
    /** Keys in the order in which they were written. */
    written,
    routesTag: async (): Promise<string> => String(writes),
    writeRoutes: async (entries: readonly (readonly [string, string])[], tag: string): Promise<string> => {
      if (tag !== String(writes)) throw taken();
      for (const [key, value] of entries) {
        routes.set(key, value);
        written.push(key);
      }
      writes += 1;
      return String(writes);
    },
  };
};
