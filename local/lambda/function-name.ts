/** What a caller names: `name`, `name:alias`, `account:function:name`, or a whole ARN, which may end in a qualifier. */
export const parse = (name: string): { functionName: string; inName?: string } => {
  const rest = /(?:^|:)function:(.*)$/.exec(name)?.[1] ?? name;
  const [functionName = '', inName] = rest.split(':');
  return inName === undefined ? { functionName } : { functionName, inName };
};
