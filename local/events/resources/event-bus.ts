import type { Resource, ResourceType } from '../../assembly/resource-type.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Tag } from '../../aws/tag-store.ts';
import type { Declared } from '../../declared.ts';
import { WITHOUT_EFFECT } from '../actions/create-event-bus.ts';
import { checkDeletable } from '../actions/delete-event-bus.ts';
import { wholePolicy } from '../bus-policy.ts';
import { BUS_NAME, DESCRIPTION } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Name: needed(BUS_NAME), Description: DESCRIPTION };

/** `AWS::Events::EventBus`. */
export const eventBusType = (bridge: EventBridge, declared: Declared): ResourceType => ({
  type: 'AWS::Events::EventBus',
  honoured: ['Name', 'Description', 'Policy', 'Tags'],
  withoutEffect: WITHOUT_EFFECT,
  create({ properties }) {
    const { rules, tags, clock } = bridge;
    const { Name, Description: description, Policy, Tags } = properties as Properties;
    checkInput(SHAPE, properties);
    if (Name.includes('/')) throw new AwsError('ValidationException', "Event bus name must not contain '/'.", 400);
    const arn = rules.busArn(Name);
    declared.declare(arn, properties, () => {
      const policy = Policy === undefined ? undefined : wholePolicy(textOf(Policy));
      rules.putBus({
        name: Name,
        ...(description ? { description } : {}),
        ...(policy === undefined ? {} : { policy }),
        createdAt: rules.findBus(Name)?.createdAt ?? clock.now(),
      });
      tags.removeAll(arn);
      tags.keep(arn, Tags);
    });
    return { ref: Name, attributes: { Arn: arn, Name } };
  },
  taken: ({ properties }: Resource) => bridge.rules.findBus(String(properties.Name))?.name,
  remove(_resource, { ref }) {
    checkDeletable(bridge, ref);
    bridge.rules.removeBus(ref);
    bridge.tags.removeAll(bridge.rules.busArn(ref));
    declared.forget(bridge.rules.busArn(ref));
  },
});

type Properties = { Name: string; Description?: string; Policy?: unknown; Tags?: Tag[] };

const textOf = (policy: unknown): string => (typeof policy === 'string' ? policy : JSON.stringify(policy));
