import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Declared } from '../declared.ts';
import type { Tag } from './parameter.ts';
import { type PutInput, putParameter } from './put.ts';
import type { Ssm } from './state.ts';

/** Longest name that is made for a parameter. */
const LONGEST_NAME = 128;

const nameOf = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.Name ?? `CFN-${physicalName(resource, LONGEST_NAME)}`);

/** `AWS::SSM::Parameter`. Its value is the template's whenever the template changes, and what it was set to since otherwise. */
export const parameterType = (ssm: Ssm, declared: Declared): ResourceType => ({
  type: 'AWS::SSM::Parameter',
  honoured: ['Name', 'Type', 'Value', 'Description', 'AllowedPattern', 'Tier', 'DataType', 'Tags'],
  create(resource, context) {
    const name = nameOf(resource, context);
    const { Tags = {}, Value, ...settings } = resource.properties as Partial<PutInput> & { Tags?: object };
    if (settings.Type !== 'String' && settings.Type !== 'StringList')
      throw new Error(`Type of a parameter in a template is String or StringList, not ${settings.Type}.`);
    declared.declare(name, resource.properties, () => {
      const input = { ...settings, Name: name, Value: String(Value ?? ''), Overwrite: true } as PutInput;
      putParameter(ssm, input, `arn:aws:iam::${ssm.accountId}:root`);
      const tags = tagsOf(Tags);
      for (const { Key } of ssm.store.tags(name)) ssm.store.untag(name, Key);
      ssm.store.tag(name, tags);
    });
    return { ref: name, attributes: { Type: settings.Type, Value: ssm.store.latest(name)?.value ?? String(Value) } };
  },
  taken(resource, context) {
    const name = nameOf(resource, context);
    return ssm.store.latest(name)?.name;
  },
  remove(_resource, { ref }) {
    declared.forget(ref);
    ssm.store.remove(ref);
  },
});

/** A map of tags, as this type has them, or a list, as most types do. */
const tagsOf = (tags: object): Tag[] =>
  Array.isArray(tags) ? tags : Object.entries(tags).map(([Key, Value]) => ({ Key, Value: String(Value) }));
