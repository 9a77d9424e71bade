import { AwsError } from '../aws/error.ts';
import type { FrontDoorRequest, Service } from '../aws/service.ts';

type Route = { method: string; path: RegExp; operation: string /** The member in the path. */; member?: string };

const NAMED = /^\/schedules\/([^/]+)$/;
const GROUP = /^\/schedule-groups\/([^/]+)$/;
const TAGS = /^\/tags\/(.+)$/;

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html */
const ROUTES: readonly Route[] = [
  { method: 'POST', path: NAMED, operation: 'CreateSchedule', member: 'Name' },
  { method: 'GET', path: NAMED, operation: 'GetSchedule', member: 'Name' },
  { method: 'PUT', path: NAMED, operation: 'UpdateSchedule', member: 'Name' },
  { method: 'DELETE', path: NAMED, operation: 'DeleteSchedule', member: 'Name' },
  { method: 'GET', path: /^\/schedules\/?$/, operation: 'ListSchedules' },
  { method: 'POST', path: GROUP, operation: 'CreateScheduleGroup', member: 'Name' },
  { method: 'GET', path: GROUP, operation: 'GetScheduleGroup', member: 'Name' },
  { method: 'DELETE', path: GROUP, operation: 'DeleteScheduleGroup', member: 'Name' },
  { method: 'GET', path: /^\/schedule-groups\/?$/, operation: 'ListScheduleGroups' },
  { method: 'POST', path: TAGS, operation: 'TagResource', member: 'ResourceArn' },
  { method: 'DELETE', path: TAGS, operation: 'UntagResource', member: 'ResourceArn' },
  { method: 'GET', path: TAGS, operation: 'ListTagsForResource', member: 'ResourceArn' },
];

/** Members that stand in the query, by their name there. */
const QUERY: Readonly<Record<string, string>> = {
  groupName: 'GroupName',
  clientToken: 'ClientToken',
  ScheduleGroup: 'GroupName',
  NamePrefix: 'NamePrefix',
  NextToken: 'NextToken',
  State: 'State',
};

/** Maps Scheduler's REST protocol to its operations. */
export const handle: NonNullable<Service['handle']> = async (request, context, cloud) => {
  const { method, rawPath } = request;
  const route = ROUTES.find((each) => each.method === method && each.path.test(rawPath));
  if (!route) {
    const message = `The embedded runtime has no Scheduler operation for ${method} ${rawPath}.`;
    throw new AwsError('UnknownOperationException', message, 404);
  }
  const input = { ...bodyOf(request), ...queryOf(request.url.searchParams), ...pathOf(route, rawPath) };
  const output = await cloud.call('scheduler', route.operation, input, context.principal, context);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(output) };
};

const pathOf = ({ path, member }: Route, rawPath: string): Record<string, string> => {
  const [, value] = path.exec(rawPath) ?? [];
  if (member === undefined || value === undefined) return {};
  try {
    return { [member]: decodeURIComponent(value) };
  } catch {
    throw new AwsError('ValidationException', `The path ${rawPath} is not valid.`, 400);
  }
};

const queryOf = (query: URLSearchParams): Record<string, unknown> => {
  const input: Record<string, unknown> = {};
  for (const [name, value] of query) if (Object.hasOwn(QUERY, name)) input[QUERY[name] ?? ''] = value;
  if (query.has('MaxResults')) input.MaxResults = Number(query.get('MaxResults'));
  if (query.has('TagKeys')) input.TagKeys = query.getAll('TagKeys');
  return input;
};

const bodyOf = ({ body }: FrontDoorRequest): object => {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString());
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Said below.
  }
  throw new AwsError('SerializationException', 'The body is not a JSON object.', 400);
};
