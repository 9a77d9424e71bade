import { AwsError } from '../aws/error.ts';
import type { EventBridge } from './state.ts';

/** The ARN of a rule or a bus that is there. Throws `ResourceNotFoundException`. */
export const tagged = ({ rules }: EventBridge, arn: string): string => {
  if (rules.byArn(arn) || rules.findBus(arn)?.arn === arn) return arn;
  const [, kind = '', name = ''] = /:(rule|event-bus)\/(.+)$/.exec(arn) ?? [];
  if (kind === 'event-bus') throw new AwsError('ResourceNotFoundException', `Event bus ${name} does not exist.`, 400);
  const [bus, rule] = name.includes('/') ? name.split('/') : ['default', name];
  throw new AwsError('ResourceNotFoundException', `Rule ${rule} does not exist on EventBus ${bus}.`, 400);
};
