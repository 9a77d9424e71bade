import { parseArgs } from 'node:util';
import { endWithParent } from '../tools/parent.ts';
import { shown } from './figure.ts';
import { BENCHES } from './registry.ts';
import { table } from './table.ts';

const USAGE = [
  'npm run bench -- [NAME...] [--json]',
  '',
  ...Object.entries(BENCHES).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`),
  '',
  'Without a name all of them run, one after the other. --json prints one object a line:',
  '{ bench, figure, value, unit, goal, met }. The exit status is 0 whatever the figures are, 2 for a wrong call.',
].join('\n');

const parse = (): { names: string[]; json: boolean; help: boolean } | undefined => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
    if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}.`);
    const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
    return { names, json: values.json ?? false, help: values.help ?? false };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
};

const run = async (names: readonly string[], json: boolean): Promise<void> => {
  const all: ReturnType<typeof shown>[] = [];
  for (const name of names) {
    const figures = (await BENCHES[name]?.run((text) => console.error(`${name}: ${text}`)))?.map((figure) =>
      shown(name, figure),
    );
    all.push(...(figures ?? []));
    if (json) for (const figure of figures ?? []) console.log(JSON.stringify(figure));
  }
  if (!json) console.log(table(all));
};

endWithParent();
const asked = parse();
if (!asked) process.exitCode = 2;
else if (asked.help) console.log(USAGE);
else await run(asked.names, asked.json);
