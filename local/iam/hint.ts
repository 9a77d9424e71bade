import type { Principal } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';
import type { Decision } from './evaluate.ts';

/** The path of the construct that made the resource behind an ARN, where a template made it. */
export type ConstructOf = (arn: string) => string | undefined;

/** What to add to the infrastructure, and where, so that a refused call is granted; undefined where nobody can say. */
export const hintOf = (
  principal: Principal,
  permission: Permission,
  decision: Decision,
  constructOf: ConstructOf,
): string | undefined => {
  if (decision !== 'implicit-deny') return undefined;
  const { action, resource } = permission;
  const onWhat = constructOf(resource);
  const target = onWhat === undefined ? '' : ` The resource belongs to ${onWhat}.`;
  if (principal.service) {
    const where = onWhat ?? resource;
    return `Hint: give ${where} a resource policy: ${resourceLine(principal.service, permission)}`;
  }
  const construct = principal.roleArn && constructOf(principal.roleArn);
  if (!construct) return undefined;
  const line = `role.addToPrincipalPolicy(new PolicyStatement({ actions: ['${action}'], resources: ['${resource}'] }))`;
  return `Hint: the role is ${construct}; add there: ${line}.${target}`;
};

const resourceLine = ({ name, sourceArn }: { name: string; sourceArn: string }, { action }: Permission): string => {
  const principal = `new ServicePrincipal('${name}')`;
  return action === 'lambda:InvokeFunction'
    ? `fn.addPermission('Invoke', { principal: ${principal}, sourceArn: '${sourceArn}' }).`
    : `addToResourcePolicy(new PolicyStatement({ actions: ['${action}'], principals: [${principal}], resources: ['*'], conditions: { ArnEquals: { 'aws:SourceArn': '${sourceArn}' } } })).`;
};
