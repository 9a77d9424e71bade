import type { Template } from '../assembly/read-assembly.ts';
import { AwsError } from '../aws/error.ts';

/** Types that a stack may only make where its caller says so, with the property that names one. */
const IAM_NAMES: Readonly<Record<string, string>> = {
  'AWS::IAM::AccessKey': '',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': '',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': '',
};

/** The capabilities that a template needs, with the types that need them. */
export const neededCapabilities = ({ Resources }: Template): { capabilities: string[]; types: string[] } => {
  const iam = Object.values(Resources).filter(({ Type }) => Object.hasOwn(IAM_NAMES, Type));
  const named = iam.some(({ Type, Properties = {} }) => Properties[IAM_NAMES[Type] ?? ''] !== undefined);
  const capabilities = named ? ['CAPABILITY_NAMED_IAM'] : iam.length > 0 ? ['CAPABILITY_IAM'] : [];
  return { capabilities, types: [...new Set(iam.map(({ Type }) => Type))] };
};

/** Throws `InsufficientCapabilitiesException` where the caller did not acknowledge what the template needs. */
export const checkCapabilities = (template: Template, given: readonly string[]): void => {
  const [needed] = neededCapabilities(template).capabilities;
  if (needed === undefined || given.includes(needed) || given.includes('CAPABILITY_NAMED_IAM')) return;
  throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${needed}]`);
};
