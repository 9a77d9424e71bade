import type { ParseArgsOptionsConfig } from 'node:util';

export type Values = {
  json?: boolean;
  stage?: string;
  profile?: string;
  'aws-port'?: string;
  data?: string;
  wait?: boolean;
  failed?: boolean;
  follow?: boolean;
  type?: string;
  folder?: string;
  tag?: string;
  state?: string;
  limit?: string;
  workflow?: string;
  service?: string;
  request?: string;
  correlation?: string;
  since?: string;
  operation?: string;
  error?: string;
  status?: string;
  rate?: string;
  latency?: string;
  times?: string;
  resource?: string;
  all?: boolean;
  from?: string;
  to?: string;
  version?: string;
  at?: string;
  zone?: string;
  query?: string;
  publish?: boolean;
  unpublish?: boolean;
  cancel?: boolean;
  hours?: string;
  about?: string;
  conversation?: string;
  locale?: string;
  territory?: string;
  answer?: string;
  misses?: boolean;
  role?: string;
  port?: string;
};

export type Call = { values: Values; positionals: string[]; out: (text: string) => void };

/** One verb of the command line. `run` answers whether all went well, which becomes the exit code. */
export type Verb = {
  usage: string;
  summary: string;
  options?: ParseArgsOptionsConfig;
  run(call: Call): Promise<boolean>;
};
