// Runs inside a function's own process, before its bundle. On AWS a function reaches an API at `<id>.execute-api.…`; here those
// names lead to the runtime's endpoint, whoever asks for them: an SDK client whose endpoint is the callback URL of a
// WebSocket API, `fetch`, or a WebSocket. So do names that put an account's id before `localhost`, as the SDK's client of key
// value stores does with its endpoint. Nothing else is changed, and the bundle stays as it is deployed.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const API = /^[a-z0-9]+\.execute-api\.[\w-]+\.amazonaws\.com$/i;
const OF_ACCOUNT = /^\d{12}\.localhost$/i;

const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL);
const connectSecurely = tls.connect;
const lookUp = dns.lookup;

/** The host that a call of `tls.connect` names in any of its forms. */
const hostOf = (given) => {
  const options = given.find((value) => typeof value === 'object' && value !== null) ?? {};
  return options.socket
    ? undefined
    : (options.host ?? options.servername ?? given.find((value) => typeof value === 'string'));
};

tls.connect = (...given) => {
  if (!API.test(hostOf(given) ?? '')) return connectSecurely(...given);
  const socket = net.connect({ host: hostname, port: Number(port) });
  Object.assign(socket, { encrypted: true, authorized: true, alpnProtocol: false });
  const told = given.at(-1);
  if (typeof told === 'function') socket.once('secureConnect', told);
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
};
// `net.connect` asks here, too.
dns.lookup = (name, ...given) => lookUp(OF_ACCOUNT.test(name) ? hostname : name, ...given);
syncBuiltinESMExports();
