import type { Plugin } from 'esbuild';

const HTTP = /^(node:)?http$/;
const NAMESPACE = 'required-http';

/**
 * Has an ES module take `node:http` by `require`. To import it, Node reads its every export, of which `WebSocket` loads all of undici:
 * 40 of the 70 ms of processor time that the import takes, at every initialisation, which Lambda bills.
 * The bundle needs a `require` of its own.
 */
export const requiredHttp: Plugin = {
  name: NAMESPACE,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: HTTP }, ({ namespace }) =>
      namespace === NAMESPACE ? { path: 'node:http', external: true } : { path: 'node:http', namespace: NAMESPACE },
    );
    onLoad({ filter: HTTP, namespace: NAMESPACE }, () => ({ contents: "module.exports = require('node:http');" }));
  },
};
