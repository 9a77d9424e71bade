import type { DeployContext, Resource, ResourceType } from '../../assembly/resource-type.ts';
import { between } from '../../aws/constraints.ts';
import { checkInput, integer, needed } from '../../aws/input-shape.ts';
import type { Declared } from '../../declared.ts';
import { ARCHIVE_NAME, archivedBus, MOST_DAYS } from '../archives/archive-input.ts';
import { DESCRIPTION } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

type Properties = {
  ArchiveName?: string;
  SourceArn: string;
  Description?: string;
  EventPattern?: unknown;
  RetentionDays?: number | string;
};

const SHAPE = {
  ArchiveName: needed(ARCHIVE_NAME),
  Description: DESCRIPTION,
  RetentionDays: integer(between(0, MOST_DAYS)),
};

const LONGEST_NAME = 48;

/** `AWS::Events::Archive`. */
export const archiveType = (bridge: EventBridge, declared: Declared): ResourceType => ({
  type: 'AWS::Events::Archive',
  honoured: ['ArchiveName', 'SourceArn', 'Description', 'EventPattern', 'RetentionDays'],
  withoutEffect: { KmsKeyIdentifier: 'what the runtime keeps stands unencrypted on this machine' },
  create(resource, context) {
    const { archives, clock } = bridge;
    const { SourceArn, Description, EventPattern, RetentionDays = 0 } = resource.properties as Properties;
    const name = nameOf(resource, context);
    const arn = archives.arnOf(name);
    declared.declare(arn, resource.properties, () => {
      const retentionDays = Number(RetentionDays);
      checkInput(SHAPE, { ArchiveName: name, Description, RetentionDays: retentionDays });
      archives.put({
        ...{ name, sourceArn: archivedBus(bridge, SourceArn).arn, retentionDays },
        ...(Description ? { description: Description } : {}),
        ...(EventPattern === undefined ? {} : { patternText: textOf(EventPattern) }),
        createdAt: archives.get(name)?.createdAt ?? clock.now(),
      });
    });
    return { ref: name, attributes: { Arn: arn, ArchiveName: name } };
  },
  taken: (resource, context) => bridge.archives.get(nameOf(resource, context))?.name,
  remove(_resource, { ref }) {
    bridge.archives.remove(ref);
    declared.forget(bridge.archives.arnOf(ref));
  },
});

const textOf = (pattern: unknown): string => (typeof pattern === 'string' ? pattern : JSON.stringify(pattern));

const nameOf = (resource: Resource, { physicalName }: DeployContext): string =>
  (resource.properties as Properties).ArchiveName ?? physicalName(resource, LONGEST_NAME);
