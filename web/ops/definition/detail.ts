import { type Loose, listOf, looseOf, textOf } from './asl.ts';
import { short } from './words.ts';

/** Characters of a node's second line. */
const DETAIL = 30;

/** A name that CloudFormation made, `marquee-prod-media-InspectImageFunction5165FBB8-abCD12efGH34`, is `InspectImage`. */
const readable = (name: string): string => {
  const parts = name.split('-');
  const made = parts.findLast((part) => /.function([0-9a-f]{8})?$/i.test(part));
  return made === undefined || parts.length < 3 ? name : made.replace(/function([0-9a-f]{8})?$/i, '');
};

const functionOf = (name: string): string => {
  const given = name.replace(/^\$\{(.*)\}$/, '$1');
  return readable(given.includes(':function:') ? (given.split(':function:')[1]?.split(':')[0] ?? given) : given);
};

const taskDetail = (state: Loose): string => {
  const resource = textOf(state.Resource) ?? '';
  const given = { ...looseOf(state.Parameters), ...looseOf(state.Arguments) };
  const called = textOf(given.FunctionName);
  if (/:states:::lambda:invoke/.test(resource)) return called ? functionOf(called) : 'lambda invoke';
  if (/:lambda:.*:function:/.test(resource) || /^\$\{.*\}$/.test(resource)) return functionOf(resource);
  if (resource.includes(':activity:')) return `activity ${resource.split(':activity:')[1] ?? ''}`;
  const [service = '', action = ''] = resource
    .replace(/^arn:[^:]*:states:[^:]*:[^:]*:/, '')
    .replace(/^aws-sdk:/, '')
    .split(':');
  const [name = '', ...ways] = action.split('.');
  if (service === 'states' && name === 'startExecution') return 'starts an execution';
  const waits = ways.includes('waitForTaskToken') ? ', waits for a token' : '';
  return `${service} ${name}${waits}`.trim() || 'task';
};

const waitDetail = (state: Loose): string => {
  if (typeof state.Seconds === 'number') return `${state.Seconds} s`;
  if ('Seconds' in state || 'SecondsPath' in state) return 'for some seconds';
  const until = textOf(state.Timestamp);
  return until !== undefined && !until.includes('{%') ? `until ${until}` : 'until a time';
};

const mapDetail = (state: Loose): string => {
  const most = state.MaxConcurrency;
  const at = typeof most === 'number' && most > 0 ? `, ${most} at a time` : '';
  const config = looseOf(looseOf(state.ItemProcessor).ProcessorConfig);
  return `${config.Mode === 'DISTRIBUTED' ? 'distributed, ' : ''}every item${at}`;
};

const BY_TYPE: Readonly<Record<string, (state: Loose) => string>> = {
  Task: taskDetail,
  Wait: waitDetail,
  Map: mapDetail,
  Parallel: (state) => `${listOf(state.Branches).length} branches`,
  Choice: (state) => `${listOf(state.Choices).length + ('Default' in state ? 1 : 0)} ways on`,
  Pass: () => 'passes on',
  Succeed: () => 'succeeds',
  Fail: (state) => textOf(state.Error) ?? 'fails',
};

/** What a state does, in a few words. */
export const detailOf = (type: string, state: Loose): string => short(BY_TYPE[type]?.(state) ?? type, DETAIL);
