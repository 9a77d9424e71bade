import { openApi } from '../api.ts';
import { connect } from '../connection.ts';
import type { Command } from '../content/command.ts';
import { diff, history, restore } from '../content/past.ts';
import { publish, rebuild, schedule } from '../content/publishing.ts';
import { get, list } from '../content/reading.ts';
import { exportItems, importItems, preview, put } from '../content/writing.ts';
import { UsageError } from '../usage.ts';
import type { Verb } from '../verb.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  list,
  get,
  put,
  publish,
  schedule,
  history,
  diff,
  restore,
  preview,
  export: exportItems,
  import: importItems,
  rebuild,
};

const lines = Object.values(COMMANDS).map(({ usage, summary }) => `      ${usage.padEnd(64)} ${summary}`);

export const content: Verb = {
  usage: `content ${Object.keys(COMMANDS).join('|')} …`,
  summary: `write, publish and look up content\n${lines.join('\n')}`,
  options: {
    type: { type: 'string' },
    state: { type: 'string' },
    query: { type: 'string' },
    about: { type: 'string' },
    limit: { type: 'string' },
    version: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    at: { type: 'string' },
    zone: { type: 'string' },
    hours: { type: 'string' },
    publish: { type: 'boolean' },
    unpublish: { type: 'boolean' },
    cancel: { type: 'boolean' },
  },
  async run({ values, positionals, out }) {
    const [name = '', ...rest] = positionals;
    const command = COMMANDS[name];
    if (!command)
      throw new UsageError(`content takes one of ${Object.keys(COMMANDS).join(', ')}, not ${name || 'nothing'}.`);
    const connection = await connect(values);
    return command.run({
      values,
      positionals: rest,
      out,
      as: (user) => openApi(connection, user),
      siteUrl: connection.outputs.SiteUrl ?? '',
    });
  },
};
