import type { Core } from '../core.ts';
import type { Tag } from '../store/machines.ts';
import { activityArn, seconds } from './arns.ts';
import { checkName } from './machine-input.ts';
import { operation } from './operation.ts';
import { checkEncryption } from './settings-input.ts';
import { checkTags, keepTags } from './tagged.ts';

type Input = { name?: string; tags?: Tag[]; encryptionConfiguration?: unknown };

/** Creates an activity; the same name again answers the one that is there. */
export const createActivity = (core: Core) => {
  const { run } = operation<Input>('CreateActivity', '', (input) => {
    checkTags(input.tags);
    const name = checkName(input.name);
    checkEncryption(input.encryptionConfiguration);
    const arn = activityArn(core, name);
    const known = core.activities.byArn(arn);
    if (known) return { activityArn: arn, creationDate: seconds(known.created_at) };
    const created_at = core.clock.now();
    core.activities.insert({ arn, name, created_at });
    keepTags(core, arn, input.tags);
    return { activityArn: arn, creationDate: seconds(created_at) };
  });
  const permissions = ({ name }: Input) => [
    { action: 'states:CreateActivity', resource: activityArn(core, String(name)) },
  ];
  return { permissions, run };
};
