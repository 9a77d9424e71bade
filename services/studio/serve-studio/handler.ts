import { variable } from '../../shared/environment.ts';
import { fileRoute } from '../../shared/file-route.ts';
import { readStudio } from '../files.ts';
import { uploadOrigin } from '../store.ts';
import { createServeStudio } from './step.ts';

const settings = {
  stage: variable('STAGE'),
  signInUrl: variable('SIGN_IN_URL'),
  clientId: variable('CLIENT_ID'),
};

export const handler = fileRoute(createServeStudio({ read: readStudio, uploadOrigin, settings }));
