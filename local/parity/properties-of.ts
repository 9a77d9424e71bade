import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const library = dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));

/** Namespaces of CloudFormation whose module of the CDK is not called after them. */
const MODULES: Readonly<Record<string, string>> = { lambda: 'lambda', stepfunctions: 'stepfunctions' };

/**
 * The top-level properties that CloudFormation documents for a type such as `AWS::SQS::Queue`, as the CDK's constructs of
 * the type write them. Throws where the CDK has no such type.
 */
export const propertiesOf = (type: string): string[] => {
  const [, namespace = '', name = ''] = type.split('::');
  const module = MODULES[namespace.toLowerCase()] ?? namespace.toLowerCase();
  const text = readFileSync(join(library, `aws-${module}`, 'lib', `${module}.generated.js`), 'utf8');
  const start = text.indexOf(`Cfn${name}PropsToCloudFormation(properties){`);
  const [, members] = /assertSuccess\(\),\{([^}]*)\}/.exec(start < 0 ? '' : text.slice(start)) ?? [];
  if (members === undefined) throw new Error(`The CDK has no properties of ${type}.`);
  return [...members.matchAll(/(?:^|,)(\w+):cdk\(\)/g)].map(([, property = '']) => property).sort();
};
