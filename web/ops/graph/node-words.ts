import { formatDuration } from '../../ui/duration.ts';
import { STATUSES } from '../../ui/words/statuses.ts';
import type { GraphNode } from '../definition/graph.ts';
import type { Standing } from '../history/model.ts';
import type { NodeState } from './node-states.ts';

const took = ({ standing, duration }: NodeState): string => {
  if (standing === 'waiting') return duration === undefined ? 'waiting' : `waiting, ${formatDuration(duration)}`;
  if (standing === 'running') return duration === undefined ? 'running' : `running, ${formatDuration(duration)}`;
  return duration === undefined ? STATUSES[standing as Standing].word.toLowerCase() : formatDuration(duration);
};

const countsOf = ({ items = [], total = items.length, counts = {}, mapRunArn }: NodeState): string => {
  const failed = (counts.failed ?? 0) + (counts.timedout ?? 0) + (counts.aborted ?? 0);
  // An item that waits has begun; an execution of a map run that waits has not.
  const waiting = mapRunArn === undefined ? 0 : (counts.waiting ?? 0);
  const open = (counts.running ?? 0) + (counts.waiting ?? 0) - waiting;
  const parts = [`${total.toLocaleString('en-GB')} ${total === 1 ? 'item' : 'items'}`];
  if (failed > 0) parts.push(`${failed.toLocaleString('en-GB')} failed`);
  if (open > 0) parts.push(`${open.toLocaleString('en-GB')} running`);
  if (waiting > 0) parts.push(`${waiting.toLocaleString('en-GB')} waiting`);
  return parts.join(', ');
};

/** The second line of a node: how long it took and how often; what it does, or that it was not reached. */
export const lineOf = (node: GraphNode, state: NodeState, hasEnded: boolean): string => {
  if (state.standing === 'none') return hasEnded ? 'not reached' : node.detail;
  if (state.answer !== undefined) return state.answer;
  const parts = state.items ? [countsOf(state), took(state)] : [took(state)];
  if (state.visits > 1) parts.push(`${state.visits} visits`);
  return parts.join(', ');
};

/** All that a node shows, in one sentence for those who hear it: its name, type, state, attempts and duration. */
export const spokenOf = (node: GraphNode, state: NodeState): string => {
  const parts = [node.name];
  if (node.type === 'Start' || node.type === 'End')
    return state.standing === 'none' ? `${node.name}, not reached` : node.name;
  parts.push(node.type.toLowerCase());
  if (state.standing === 'none') return [...parts, 'not reached'].join(', ');
  parts.push(STATUSES[state.standing].word.toLowerCase());
  if (state.answer !== undefined) parts.push(state.answer);
  if (state.items) parts.push(countsOf(state));
  if (state.attempts.length > 1) parts.push(`${state.attempts.length} attempts`);
  if (state.visits > 1) parts.push(`${state.visits} visits`);
  if (state.duration !== undefined) parts.push(formatDuration(state.duration));
  if (state.error !== undefined && state.standing !== 'succeeded') parts.push(state.error);
  return parts.join(', ');
};
