import type { Outcome } from '../interpreter/visit.ts';
import type { Mock } from './mock.ts';
import { type MapConfiguration, runMockedMap } from './mocked-map.ts';
import type { TestedVisit } from './tested-visit.ts';

/** Runs a state whose work a mock does; its fields are evaluated as in an execution. */
export const runMocked = async (visit: TestedVisit, mock: Mock, configuration: MapConfiguration): Promise<Outcome> => {
  const { Type } = visit.state;
  if (Type === 'Map') return await runMockedMap(visit, mock, configuration);
  if (Type === 'Task') await prepareTask(visit);
  return await visit.outcome(mock());
};

const prepareTask = async (visit: TestedVisit): Promise<void> => {
  const { language } = visit;
  const frame = visit.frame();
  await language.arguments(frame);
  await language.number('TimeoutSeconds', frame);
  await language.number('HeartbeatSeconds', frame);
  await language.role(frame);
};
