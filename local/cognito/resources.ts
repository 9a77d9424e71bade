import { stableHash } from '../assembly/physical-name.ts';
import type { Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Clock } from '../clock.ts';
import type { Backend } from './backend.ts';
import {
  CLIENT_HONOURED,
  clientOf,
  GROUP_PROPERTIES,
  POOL_HONOURED,
  POOL_WITHOUT_EFFECT,
  poolOf,
} from './properties.ts';

type Options = { backend: Backend; clock: Clock; region: string; arnOf: (poolId: unknown) => string };

/** User pools, their app clients and their groups, as templates declare them. */
export const cognitoResources = ({ backend, clock, region, arnOf }: Options): ResourceType[] => {
  const idOf = (resource: Resource, length: number): string =>
    stableHash(resource).toString('base64url').replace(/[-_]/g, '0').slice(0, length);

  const userPool: ResourceType = {
    type: 'AWS::Cognito::UserPool',
    honoured: POOL_HONOURED,
    withoutEffect: POOL_WITHOUT_EFFECT,
    async create(resource) {
      const id = `${region}_${idOf(resource, 9)}`;
      const declared = poolOf(resource.properties, { id, arn: arnOf(id), now: clock.now() });
      await backend.service.createUserPool(backend.context, declared);
      // A pool that was kept goes by what the template says now.
      const pool = await backend.service.getUserPool(backend.context, id);
      const { CreationDate } = pool.options;
      const given = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined));
      await pool.updateOptions(backend.context, { ...pool.options, ...given, CreationDate });
      const providerName = `cognito-idp.${region}.amazonaws.com/${id}`;
      return {
        ref: id,
        attributes: {
          Arn: arnOf(id),
          UserPoolId: id,
          ProviderName: providerName,
          ProviderURL: `https://${providerName}`,
        },
      };
    },
  };
  const userPoolClient: ResourceType = {
    type: 'AWS::Cognito::UserPoolClient',
    honoured: CLIENT_HONOURED,
    async create(resource) {
      const pool = await backend.service.getUserPool(backend.context, String(resource.properties.UserPoolId));
      const id = idOf(resource, 26).toLowerCase();
      await pool.saveAppClient(backend.context, clientOf(resource.properties, id, clock.now()));
      return { ref: id, attributes: { ClientId: id, Name: resource.properties.ClientName ?? resource.logicalId } };
    },
  };
  const group: ResourceType = {
    type: 'AWS::Cognito::UserPoolGroup',
    honoured: GROUP_PROPERTIES,
    async create({ properties }) {
      const name = String(properties.GroupName);
      const pool = await backend.service.getUserPool(backend.context, String(properties.UserPoolId));
      // A group that exists keeps its members.
      if (!(await pool.getGroupByGroupName(backend.context, name))) {
        const now = new Date(clock.now());
        await pool.saveGroup(backend.context, { ...properties, CreationDate: now, LastModifiedDate: now, members: [] });
      }
      return { ref: name, attributes: {} };
    },
  };

  return [userPool, userPoolClient, group];
};
