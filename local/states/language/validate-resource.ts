import { lackingIntegration } from '../integrations/elsewhere.ts';
import { targetOf } from '../integrations/target.ts';
import type { Report, ValidationContext } from './diagnostic.ts';

/** Checks that a Task's Resource is one that AWS has and that the runtime can reach. */
export const checkResource = (
  resource: string,
  at: string,
  { type, cloud, anywhere }: ValidationContext,
  report: Report,
): void => {
  const place = `${at}/Resource`;
  const target = targetOf(resource);
  if (!target) {
    const lacking = lackingIntegration(resource);
    if (lacking !== undefined && anywhere) return;
    if (lacking !== undefined) return void report(lacking, place);
    const reason = 'The value is not a valid resource ARN, or the resource is not available in this region.';
    return void report(`The resource provided ${resource} is not recognized. ${reason}`, place);
  }
  if (target.pattern === 'activity') {
    if (type === 'EXPRESS') report('Express state machine does not support activities', place);
    return;
  }
  if (type === 'EXPRESS' && target.pattern !== 'RequestResponse') {
    const [suffix] = /\..+$/.exec(resource.split(':').slice(5).join(':')) ?? [''];
    report(`Express state machine does not support '${suffix}' service integration `, place);
  }
  if (anywhere) return;
  const { service } = target.integration;
  // The engine's own operations are there even while the cloud is still being put together.
  if (service === 'states') return;
  const operations = cloud.operations(service);
  if (!operations) {
    report(`The runtime has no service '${service}', which ${resource} needs`, place);
    return;
  }
  if (!operations.includes(target.operation)) {
    report(`The runtime's service '${service}' has no operation '${target.operation}', which ${resource} needs`, place);
  }
};
