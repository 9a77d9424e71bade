/** `process-asset` of the logical id `ProcessAssetWorkflowStateMachineB2F3C4D5`: the construct's name as folders and files have it. */
export const kebabName = (logicalId: string, ...endings: string[]): string => {
  let name = logicalId.replace(/[0-9A-F]{8}$/, '');
  for (const ending of endings) name = name.replace(new RegExp(`${ending}$`), '');
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
};
