import type { AppClient } from '../backend.ts';
import { clientOfPool } from './clients.ts';
import type { Hosted, HostedRequest } from './place.ts';
import { OAuthRefusal } from './refusals.ts';

/** A field of a form; empty counts as not there. Throws where it stands twice. */
export const formField = ({ form }: HostedRequest, name: string): string | undefined => {
  if (form.getAll(name).length > 1) throw new OAuthRefusal('invalid_request');
  return form.get(name) || undefined;
};

/** The client that a form comes from. Clients here have no secret, so one that shows a secret is none of here. */
export const formClient = async (hosted: Hosted, request: HostedRequest): Promise<AppClient> => {
  if (request.headers.authorization !== undefined || formField(request, 'client_secret') !== undefined)
    throw new OAuthRefusal('invalid_client');
  const id = formField(request, 'client_id');
  if (id === undefined) throw new OAuthRefusal('invalid_request');
  const client = await clientOfPool(hosted, request.pool, id);
  if (!client) throw new OAuthRefusal('invalid_client');
  return client;
};
