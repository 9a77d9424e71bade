import type { DatabaseSync } from 'node:sqlite';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createDeclared } from '../declared.ts';
import { addTagsToResource } from './actions/add-tags-to-resource.ts';
import { deleteParameter } from './actions/delete-parameter.ts';
import { deleteParameters } from './actions/delete-parameters.ts';
import { describeParameters } from './actions/describe-parameters.ts';
import { getParameter } from './actions/get-parameter.ts';
import { getParameterHistory } from './actions/get-parameter-history.ts';
import { getParameters } from './actions/get-parameters.ts';
import { getParametersByPath } from './actions/get-parameters-by-path.ts';
import { labelParameterVersion } from './actions/label-parameter-version.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { putParameter } from './actions/put-parameter.ts';
import { removeTagsFromResource } from './actions/remove-tags-from-resource.ts';
import { unlabelParameterVersion } from './actions/unlabel-parameter-version.ts';
import { found } from './find.ts';
import { parameterType } from './resources.ts';
import type { Ssm } from './state.ts';
import { createParameterStore } from './store.ts';

export type SsmOptions = { database: DatabaseSync; clock: Clock; accountId: string; region: string };

/** Systems Manager's Parameter Store. */
export const createSsm = ({ database, ...place }: SsmOptions) => {
  const ssm: Ssm = { ...place, store: createParameterStore(database) };
  const declared = createDeclared(database, 'ssm_declared');
  const operations: Record<string, Operation> = {
    AddTagsToResource: addTagsToResource(ssm),
    DeleteParameter: deleteParameter(ssm),
    DeleteParameters: deleteParameters(ssm),
    DescribeParameters: describeParameters(ssm),
    GetParameter: getParameter(ssm),
    GetParameterHistory: getParameterHistory(ssm),
    GetParameters: getParameters(ssm),
    GetParametersByPath: getParametersByPath(ssm),
    LabelParameterVersion: labelParameterVersion(ssm),
    ListTagsForResource: listTagsForResource(ssm),
    PutParameter: putParameter(ssm),
    RemoveTagsFromResource: removeTagsFromResource(ssm),
    UnlabelParameterVersion: unlabelParameterVersion(ssm),
  };
  const service: Service = { name: 'ssm', json: { targetPrefix: 'AmazonSSM', version: '1.1' }, operations };
  return {
    service,
    resourceTypes: [parameterType(ssm, declared)],
    /** The value and type of a parameter, by name or `name:version`. Throws `AwsError` where there is none. */
    valueOf: (name: string) => found(ssm, name).parameter,
    /** Removes what an earlier template declared and the present one does not; call it once the template is carried out. */
    sweep(): void {
      for (const name of declared.left()) ssm.store.remove(name);
    },
  };
};
