import { variable } from '../../shared/environment.ts';

export const contentTable = /* @__PURE__ */ variable('CONTENT_TABLE');
