import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { LAMBDA_CODE } from './bundle.ts';

test.each([
  "import { Agent } from 'node:http';",
  "import http from 'http'; const { Agent } = http;",
  "import * as http from 'node:http'; const { Agent } = http;",
])('a bundle has what it imports, and loads nothing else for it: %s', async (line) => {
  const told = 'console.log(typeof Agent, process.moduleLoadList.some((name) => name.includes("undici")));';
  const { outputFiles } = await build({
    ...LAMBDA_CODE,
    stdin: { contents: `${line}\n${told}`, resolveDir: import.meta.dirname },
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })).toBe(
    'function false\n',
  );
  // Imported as it stands, it does.
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', `${line}\n${told}`], { encoding: 'utf8' })).toBe(
    'function true\n',
  );
});
