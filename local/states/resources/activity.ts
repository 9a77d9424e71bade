import type { DeployContext, Resource, ResourceType } from '../../assembly/resource-type.ts';
import { activityArn } from '../actions/arns.ts';
import { checkName } from '../actions/machine-input.ts';
import { checkEncryption } from '../actions/settings-input.ts';
import type { Core } from '../core.ts';
import { setTags, type TagProperty } from './tags.ts';

type Properties = { Name?: string; Tags?: TagProperty[]; EncryptionConfiguration?: { Type?: string } };

const LONGEST_NAME = 80;

/** `AWS::StepFunctions::Activity`. */
export const activityType = (core: Core): ResourceType => ({
  type: 'AWS::StepFunctions::Activity',
  honoured: ['Name', 'Tags', 'EncryptionConfiguration'],
  create: (resource, context) => {
    const { Tags, EncryptionConfiguration: encryption } = resource.properties as Properties;
    checkEncryption(encryption && { type: encryption.Type });
    const name = nameOf(resource, context);
    const arn = activityArn(core, name);
    if (!core.activities.byArn(arn)) core.activities.insert({ arn, name, created_at: core.clock.now() });
    setTags(core, arn, Tags);
    return { ref: arn, attributes: { Arn: arn, Name: name } };
  },
  taken: (resource, context) => {
    const name = nameOf(resource, context);
    return core.activities.byArn(activityArn(core, name)) ? name : undefined;
  },
  remove: (_resource, { ref }) => void core.activities.remove(ref),
});

const nameOf = (resource: Resource, context: DeployContext): string =>
  checkName((resource.properties as Properties).Name ?? context.physicalName(resource, LONGEST_NAME));
