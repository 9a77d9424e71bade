import type { Api } from '../api.ts';
import { UsageError } from '../usage.ts';
import type { Call } from '../verb.ts';

export type ContentCall = Call & {
  /** The API as somebody with this role; in an account as whoever signs in. */
  as: (user: 'editor' | 'publisher' | 'admin') => Promise<Api>;
  siteUrl: string;
};

/** One of the commands of `content`. `run` answers whether all went well. */
export type Command = { usage: string; summary: string; run(call: ContentCall): Promise<boolean> };

/** The one item that a command is about. Throws `UsageError`. */
export const oneId = ({ positionals }: ContentCall, usage: string): string => {
  const [id, more] = positionals;
  if (id === undefined || more !== undefined) throw new UsageError(`Usage: npm run marquee -- content ${usage}`);
  return encodeURIComponent(id);
};

/** A version as an option gives it. Throws `UsageError`. */
export const versionOf = (option: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1)
    throw new UsageError(`--${option} takes the number of a version, not ${text}.`);
  return version;
};
