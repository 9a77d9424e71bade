import { PersonRequested } from '@marquee/events/schemas/person-requested.ts';
import { openApi } from '../../shared/open-api.ts';
import { publish } from '../../shared/publish.ts';
import { readTicket } from '../store/tickets.ts';
import { changing, tokens, tools } from '../wiring.ts';
import { createRequestPerson, RequestPersonInput } from './step.ts';

const deps = { ...tools, ...changing, ...tokens, readTicket };

export const handler = openApi(
  { input: RequestPersonInput, status: 202 },
  createRequestPerson({ ...deps, publish: (detail) => publish(PersonRequested, detail) }),
);
