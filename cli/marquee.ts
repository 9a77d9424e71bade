import { parseArgs } from 'node:util';
import { endWithParent } from '../tools/parent.ts';
import { ApiError } from './api.ts';
import { UsageError } from './usage.ts';
import type { Values, Verb } from './verb.ts';
import { ask } from './verbs/ask.ts';
import { assets } from './verbs/assets.ts';
import { chat } from './verbs/chat.ts';
import { chatTest } from './verbs/chat-test.ts';
import { consoleVerb } from './verbs/console.ts';
import { content } from './verbs/content.ts';
import { execution } from './verbs/execution.ts';
import { executions } from './verbs/executions.ts';
import { fault } from './verbs/fault.ts';
import { gaps } from './verbs/gaps.ts';
import { logs } from './verbs/logs.ts';
import { tickets } from './verbs/tickets.ts';
import { upload } from './verbs/upload.ts';

const VERBS: Readonly<Record<string, Verb>> = {
  upload,
  assets,
  content,
  ask,
  chat,
  'chat-test': chatTest,
  gaps,
  tickets,
  executions,
  execution,
  logs,
  fault,
  console: consoleVerb,
};

const EVERYWHERE = {
  json: { type: 'boolean' },
  stage: { type: 'string' },
  profile: { type: 'string' },
  'aws-port': { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const help = (): string =>
  [
    'npm run marquee -- VERB',
    '',
    ...Object.values(VERBS).map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    '',
    'Everywhere: --json; --stage NAME (dev); --aws-port PORT or --data DIR for a runtime on this machine (by default the one that runs the stage); --profile NAME for an AWS account.',
    'Exit code: 0 when all went well, 1 when something failed or was refused, 2 when the command cannot be carried out.',
  ].join('\n');

const run = async (): Promise<number> => {
  const [name = 'help', ...rest] = process.argv.slice(2);
  const verb = VERBS[name];
  if (!verb) {
    if (name === 'help' || name === '--help') {
      console.log(help());
      return 0;
    }
    throw new UsageError(`There is no verb ${name}.\n\n${help()}`);
  }
  const { values, positionals } = parse(verb, rest);
  if ('help' in values) {
    console.log(`npm run marquee -- ${verb.usage}\n    ${verb.summary}`);
    return 0;
  }
  const done = await verb.run({ values, positionals, out: (text) => console.log(text) });
  return done ? 0 : 1;
};

const parse = (verb: Verb, args: string[]): { values: Values; positionals: string[] } => {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...EVERYWHERE, ...verb.options } }) as {
      values: Values;
      positionals: string[];
    };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nUsage: npm run marquee -- ${verb.usage}`);
  }
};

endWithParent();
try {
  process.exitCode = await run();
} catch (error) {
  const { name, message } = error as Error;
  console.error(error instanceof UsageError || error instanceof ApiError ? message : `${name}: ${message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
