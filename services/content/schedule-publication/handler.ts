import { api } from '../../shared/api.ts';
import { readItems } from '../store/items.ts';
import { scheduleEvent, unschedule } from '../store/schedules.ts';
import { changing } from '../wiring.ts';
import { createSchedulePublication, SchedulePublicationInput } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: SchedulePublicationInput, status: 201 },
  createSchedulePublication({ ...changing, readItems, scheduleEvent, unschedule }),
);
