/** The address of one execution in the console. */
export const executionHref = (arn: string): string => `/executions/${encodeURIComponent(arn)}`;

/** The address of a story: everything that one user's action caused. */
export const storyHref = (correlationId: string): string => `/stories/${encodeURIComponent(correlationId)}`;

/** The list, searched for something. */
export const searchHref = (text: string): string => `/executions?${new URLSearchParams({ q: text })}`;

/** The address of one service: a function, a workflow, a queue, a table, by its name in the stage. */
export const serviceHref = (name: string): string => `/services/${encodeURIComponent(name)}`;
