import { type Place, parameterValue } from './dynamic-references.ts';
import { resolve, type Scope, TemplateError } from './intrinsics.ts';
import type { Template } from './read-assembly.ts';
import type { Created } from './resource-type.ts';

export type ScopeOptions = {
  stackName: string;
  stackId: string;
  template: Template;
  /** Values of parameters that were given; the others have their defaults. */
  parameters: Readonly<Record<string, string>>;
  created: ReadonlyMap<string, Created>;
  exports: { get(name: string): unknown };
  place: Place;
};

/** What the intrinsic functions of one stack see. */
export const stackScope = (options: ScopeOptions): Scope => {
  const { stackName, stackId, template, parameters, created, exports, place } = options;
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': place.accountId,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': stackId,
    'AWS::NotificationARNs': [],
  };
  const parameter = (name: string): unknown => {
    const declared = own(template.Parameters, name);
    const value = own(parameters, name) ?? declared?.Default;
    if (declared?.Type.startsWith('AWS::SSM::')) return parameterValue(declared.Type, value, place.lookUp);
    return declared && isList(declared.Type) && typeof value === 'string' ? split(value) : value;
  };
  /** Conditions that are being decided, in the order in which they ask for each other. */
  const deciding: string[] = [];
  const scope: Scope = {
    ref: (name) => created.get(name)?.ref ?? own(pseudo, name) ?? parameter(name),
    attribute: (logicalId, name) => {
      const value = own(created.get(logicalId)?.attributes, name);
      const type = template.Resources[logicalId]?.Type;
      if (value === undefined)
        throw new TemplateError(`Fn::GetAtt asks for ${name} of ${logicalId} (${type}), which it does not have here.`);
      return value;
    },
    condition: (name) => {
      const declared = own(template.Conditions, name);
      if (declared === undefined) throw new TemplateError(`The template has no condition ${name}.`);
      if (deciding.includes(name))
        throw new TemplateError(`${stackName}: circular conditions ${[...deciding, name].join(' → ')}.`);
      deciding.push(name);
      try {
        return Boolean(resolve(declared, scope));
      } finally {
        deciding.pop();
      }
    },
    mapping: (map, key, name) => {
      const value = own(own(own(template.Mappings, map), key), name);
      if (value === undefined) throw new TemplateError(`The mapping ${map} has no ${key}.${name}.`);
      return value;
    },
    importValue: (name) => {
      const value = exports.get(name);
      if (value === undefined) throw new TemplateError(`No stack exports ${name}.`);
      return value;
    },
  };
  return scope;
};

const isList = (type: string): boolean => type === 'CommaDelimitedList' || type.startsWith('List<');

const split = (value: string): string[] => (value === '' ? [] : value.split(',').map((item) => item.trim()));

/** What a record itself has under a name, and nothing that every object has. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;
