/** People that `npm start` makes on first run, one a role. They exist on a laptop only. */
export const DEMO_USERS = ['editor', 'publisher', 'operator', 'admin'] as const;

/** Their password; nothing but the loopback address ever asks for it. */
export const DEMO_PASSWORD = 'Nine-Lamps-0ut';
