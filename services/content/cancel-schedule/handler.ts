import { api } from '../../shared/api.ts';
import { changing } from '../wiring.ts';
import { CancelScheduleInput, createCancelSchedule } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: CancelScheduleInput, status: 200 },
  createCancelSchedule(changing),
);
