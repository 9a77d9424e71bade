/** The name of the log group that an ARN names, with or without `:*` at its end; a name is answered as it is. */
export const logGroupName = (arnOrName: string): string => /log-group:([^:]+)/.exec(arnOrName)?.[1] ?? arnOrName;
