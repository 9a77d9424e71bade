import { references } from '../assembly/intrinsics.ts';
import type { Template } from '../assembly/read-assembly.ts';
import type { ResourceType } from '../assembly/resource-type.ts';
import { invalid } from './errors.ts';
import { parseYaml } from './yaml.ts';

/** The largest template that a request may carry, in bytes. */
const LARGEST = 51_200;

/** Sections that a template may have; those without effect on what is made included. */
const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Resources',
  'Outputs',
];

/**
 * Reads the text of a template and checks what can be known before anything is made.
 * Throws `ValidationError` in CloudFormation's words.
 */
export const readTemplate = (text: unknown, types: ReadonlyMap<string, ResourceType>): Template => {
  if (typeof text !== 'string' || text.trim() === '')
    throw invalid('Either Template URL or Template Body must be specified.');
  if (Buffer.byteLength(text) > LARGEST) {
    throw invalid(
      `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${LARGEST}`,
    );
  }
  const template = parseTemplate(text);
  if (!isRecord(template)) throw invalid('Template format error: unsupported structure.');
  const unknown = Object.keys(template).filter((section) => !SECTIONS.includes(section));
  if (unknown.length > 0) throw invalid(`Invalid template property or properties [${unknown.join(', ')}]`);
  for (const section of ['Transform', 'Rules']) {
    if (template[section] !== undefined)
      throw invalid(`Template format error: the embedded runtime does not carry out ${section}; leave it out.`);
  }
  checkResources(template, types);
  return template as Template;
};

/** A template's text, JSON or YAML, as data. Throws `ValidationError` for what is not well-formed. */
export const parseTemplate = (text: string): unknown => {
  // YAML contains JSON, but JSON's own errors are better, and its reader is faster.
  if (!text.trimStart().startsWith('{')) return parseYaml(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, line = '1', column = '1'] = /line (\d+) column (\d+)/.exec((error as Error).message) ?? [];
    throw invalid(`Template format error: JSON not well-formed. (line ${line}, column ${column})`);
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checkResources = (template: Record<string, unknown>, types: ReadonlyMap<string, ResourceType>): void => {
  const { Resources, Outputs } = template;
  if (!isRecord(Resources) || Object.keys(Resources).length === 0)
    throw invalid('Template format error: At least one Resources member must be defined.');
  for (const [logicalId, resource] of Object.entries(Resources)) {
    if (!/^[A-Za-z0-9]+$/.test(logicalId))
      throw invalid(`Template format error: Resource name ${logicalId} is non alphanumeric.`);
    if (!isRecord(resource) || typeof resource.Type !== 'string')
      throw invalid(
        `Template format error: [/Resources/${logicalId}] Every Resources object must contain a Type member.`,
      );
  }
  const wanted = new Set(Object.values(Resources).map((resource) => String((resource as { Type: string }).Type)));
  const lacking = [...wanted].filter((type) => !types.has(type));
  if (lacking.length > 0) {
    const names = `[${lacking.join(', ')}]`;
    throw invalid(
      `Template format error: Unrecognized resource types: ${names}; the embedded runtime has none of them.`,
    );
  }
  const parameters = isRecord(template.Parameters) ? template.Parameters : {};
  const known = (name: string): boolean =>
    name.startsWith('AWS::') || Object.hasOwn(Resources, name) || Object.hasOwn(parameters, name);
  for (const [block, members] of [
    ['Resources', Resources],
    ['Outputs', Outputs],
  ] as const) {
    const missing = [...references(withoutOwnNames(members))].filter((name) => !known(name));
    if (missing.length === 0) continue;
    const message = `Unresolved resource dependencies [${missing.join(', ')}] in the ${block} block of the template`;
    throw invalid(`Template format error: ${message}`);
  }
};

/** `value` without the names that a `Fn::Sub` brings along, which are no references. */
const withoutOwnNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutOwnNames);
  if (!isRecord(value)) return value;
  const sub = value['Fn::Sub'];
  if (Array.isArray(sub) && isRecord(sub[1]) && typeof sub[0] === 'string') {
    const own = Object.keys(sub[1]);
    const text = sub[0].replace(/\$\{([^}]+)\}/g, (whole, name: string) => (own.includes(name) ? '' : whole));
    return { 'Fn::Sub': [text, withoutOwnNames(sub[1])] };
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutOwnNames(member)]));
};
