import { type Api, type Apis, isDeployed, type Stage } from './model.ts';

/** Where any API is reached by its id, on a machine whose names do not lead to `<id>.execute-api.…`. */
const BY_PATH = /^\/_aws\/execute-api\/([a-z0-9]+)(\/.*)?$/;

const BY_HOST = /^([a-z0-9]+)\.execute-api\./;

/** The id that an address names, by its host or its path, and what is left of the path. */
export const addressOf = (host: string, path: string): { apiId: string; path: string } | undefined => {
  const [, named, rest] = BY_PATH.exec(path) ?? [];
  if (named !== undefined) return { apiId: named, path: rest ?? '/' };
  const apiId = BY_HOST.exec(host.toLowerCase())?.[1];
  return apiId === undefined ? undefined : { apiId, path };
};

/** The API at an address, with what is left of the path. */
export const findApi = (apis: Apis, host: string, path: string): { api: Api; path: string } | undefined => {
  const address = addressOf(host, path);
  const api = address && apis.get(address.apiId);
  return api && { api, path: address.path };
};

/** A named stage takes the first part of the path; `$default` takes what no named one does. */
export const findStage = (api: Api, path: string): { stage: Stage; path: string } | undefined => {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
  const named = first.startsWith('$') ? undefined : api.stages.get(first);
  if (named && isDeployed(named)) return { stage: named, path: rest === '' ? '/' : rest };
  const stage = api.stages.get('$default');
  return stage && isDeployed(stage) ? { stage, path } : undefined;
};
