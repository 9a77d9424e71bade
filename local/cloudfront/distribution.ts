import { matchesWildcard } from '../aws/wildcard.ts';
import type { ViewerEvent } from './functions/edge-function.ts';

/** A distribution as its template declares it; only what the runtime honours. */
export type Behaviour = {
  pathPattern: string;
  originId: string;
  allowedMethods: readonly string[];
  compress: boolean;
  responseHeadersPolicyId?: string;
  /** Of the template; one of AWS's own passes everything on but the host. */
  originRequestPolicyId?: string;
  /** Names of the functions by the event that they run at. */
  functions: Readonly<Partial<Record<ViewerEvent, string>>>;
};

export type Origin = {
  id: string;
  domainName: string;
  originPath: string;
  s3: boolean;
  /** Headers that every request to it carries, names in lower case. */
  customHeaders: Readonly<Record<string, string>>;
};

export type Distribution = {
  id: string;
  domainName: string;
  defaultRootObject: string;
  behaviours: readonly Behaviour[];
  origins: ReadonlyMap<string, Origin>;
  /** What the template declares, for the API to show. */
  config: Readonly<Record<string, unknown>>;
  etag: string;
  modifiedAt: number;
  errorResponses: readonly { errorCode: number; responseCode?: number; responsePagePath?: string }[];
};

/** The first behaviour whose pattern the path matches; the default one, whose pattern is `*`, is last. */
export const behaviourFor = ({ behaviours }: Distribution, path: string): Behaviour | undefined =>
  behaviours.find(({ pathPattern }) => matchesWildcard(slashed(pathPattern), path));

/** A pattern may leave out the leading slash. */
const slashed = (pattern: string): string => (pattern.startsWith('/') || pattern === '*' ? pattern : `/${pattern}`);
