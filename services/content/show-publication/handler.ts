import { api } from '../../shared/api.ts';
import { readPublication } from '../store/publications.ts';
import { createShowPublication, ShowPublicationInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ShowPublicationInput, status: 200 },
  createShowPublication({ readPublication }),
);
