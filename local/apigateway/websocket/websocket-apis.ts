import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { traceRoot } from '../../aws/trace.ts';
import { newId } from '../ids.ts';
import { requestOf } from '../incoming.ts';
import type { Invoke } from '../invoke.ts';
import { type Apis, domainOf, isDeployed } from '../model.ts';
import type { GatewayOptions } from '../options.ts';
import { createThrottle, createThrottles } from '../throttle.ts';
import { createAdmit, textContext } from './admit.ts';
import { Connections, type Ended } from './connections.ts';
import { connectEvent, disconnectEvent, messageEvent, type Occasion } from './event.ts';
import { createFrameWatch, LARGEST_MESSAGE } from './frame-limit.ts';
import { eventHeaders, handshakeFault } from './handshake.ts';
import { createIntegrate } from './integrate.ts';
import { createSocketLog } from './log.ts';
import type { ConnectionRecord, Target } from './model.ts';
import { complaint, refuse } from './refuse.ts';
import { routeOf, selectRoute } from './select-route.ts';
import { createConnectionStore } from './store.ts';

/** New connections a second that an account may have. */
const NEW_CONNECTIONS = { rate: 500, burst: 500 };

/** API Gateway's WebSocket APIs. */
export const createWebSocketApis = (options: GatewayOptions, apis: Apis, invoke: Invoke) => {
  const { clock, region, onFault } = options;
  const store = createConnectionStore(options.database);
  const left = store.all();
  const integrate = createIntegrate({ ...options, invoke });
  const admit = createAdmit(options, invoke);
  const log = createSocketLog(options);
  const passes = createThrottles(clock);
  const mayConnect = createThrottle(clock, NEW_CONNECTIONS);
  const protocols = new WeakMap<IncomingMessage, string>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: (_, request) => protocols.get(request) ?? false,
  });
  const pending = new Set<Duplex>();
  let stopped = false;
  const connections = new Connections({ clock, store, onEnd: (ended) => void disconnect(ended).catch(onFault) });

  const occasionOf = ({ stage }: Target, connection: ConnectionRecord, routeKey: string): Occasion => ({
    ...{ connection, stage, routeKey, requestId: newId(), now: clock.now() },
    domainName: domainOf(connection.apiId, region),
  });

  const disconnect = async ({ record, code, reason }: Ended): Promise<void> => {
    store.closed(record.id, code, reason);
    if (stopped) return;
    const api = apis.get(record.apiId);
    const stage = api?.stages.get(record.stage);
    const route = api && routeOf(api, '$disconnect');
    if (api && stage && route) {
      const occasion = occasionOf({ api, stage }, record, route.key);
      log(await integrate({ api, stage }, route, disconnectEvent(occasion, code, reason)), occasion, 'DISCONNECT');
    }
    // What the end of the runtime cut short is told again by the next run.
    if (!stopped) store.remove(record.id);
  };

  const onMessage = async (target: Target, record: ConnectionRecord, text: string): Promise<void> => {
    connections.touch(record.id);
    const route = selectRoute(target.api, text);
    const occasion = occasionOf(target, record, route?.key ?? '$default');
    const complain = (message: string): Promise<boolean> =>
      connections.send(record.id, JSON.stringify(complaint(message, record.id, occasion.requestId)));
    if (!route) return void (await complain('Forbidden'));
    if (!passes(target.stage, route.key)) return void (await complain('Too Many Requests'));
    const answered = await integrate(target, route, messageEvent(occasion, text));
    log(answered, occasion, 'MESSAGE');
    if (!answered.ok) await complain(answered.text);
    else if (answered.body && route.responseSelection && route.responses.size > 0)
      await connections.send(record.id, answered.body);
  };

  const accept = (target: Target, record: ConnectionRecord, socket: WebSocket, raw: Duplex): void => {
    connections.add(record, target.api, socket);
    const tooLarge = createFrameWatch();
    raw.prependListener('data', (chunk: Buffer) => {
      if (tooLarge(chunk)) connections.close(record.id, 1009, 'Max frame size exceeded');
    });
    socket.on('message', (data, binary) => {
      if (!connections.find(record.id)) return;
      if (binary) connections.close(record.id, 1003, 'Binary frames are not supported');
      else onMessage(current(target), record, data.toString()).catch(onFault);
    });
  };

  /** The target as it is now: an update of the template replaces API and stage. */
  const current = ({ api, stage }: Target): Target => {
    const found = apis.get(api.id) ?? api;
    return { api: found, stage: found.stages.get(stage.name) ?? stage };
  };

  const connect = async (target: Target, incoming: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> => {
    const request = requestOf(incoming, Buffer.of());
    const record: ConnectionRecord = {
      ...{ id: newId(), apiId: target.api.id, stage: target.stage.name, connectedAt: clock.now() },
      sourceIp: request.sourceIp,
      ...(request.headers['user-agent'] === undefined ? {} : { userAgent: request.headers['user-agent'] }),
    };
    const route = routeOf(target.api, '$connect');
    const occasion = occasionOf(target, record, '$connect');
    const turnAway = (status: number, message: string): void =>
      refuse(raw, status, complaint(message, record.id, occasion.requestId));
    if (!mayConnect() || !passes(target.stage, '$connect')) return turnAway(429, 'Too Many Requests');
    if (route) {
      const { domainName } = occasion;
      const added = { domainName, sourceIp: request.sourceIp, trace: traceRoot(clock.now()) };
      const headers = eventHeaders(request.rawHeaders ?? [], added);
      const verdict = await admit({ target, route, request, occasion, headers });
      if (!verdict.ok) return turnAway(verdict.status, REFUSALS[verdict.status]);
      const authorizer = textContext(verdict);
      if (authorizer) record.authorizer = authorizer;
      if (verdict.signer) record.signer = verdict.signer;
      store.add(record);
      const answered = await integrate(target, route, connectEvent(occasion, headers, request.query));
      log(answered, occasion, 'CONNECT');
      if (!answered.ok || answered.status < 200 || answered.status > 299) {
        store.remove(record.id);
        const status = refusalStatus(answered.status);
        return turnAway(status, answered.ok ? (STATUS_CODES[status] ?? '') : answered.text);
      }
      const protocol = answered.headers['sec-websocket-protocol'];
      if (protocol !== undefined) protocols.set(incoming, protocol);
    } else store.add(record);
    // Whoever left while the route was at work has been connected and is gone.
    if (raw.destroyed || stopped) return disconnect({ record, code: 1006, reason: 'Connection closed abnormally' });
    server.handleUpgrade(incoming, raw, head, (socket) => accept(target, record, socket, raw));
  };

  return {
    connections,
    /** Takes an upgrade to the API's stage at `path`, or refuses it. */
    upgrade(api: Target['api'], path: string, incoming: IncomingMessage, raw: Duplex, head: Buffer): void {
      raw.on('error', () => raw.destroy());
      const fault = handshakeFault(incoming);
      const stage = api.stages.get(/^\/([^/]+)\/?$/.exec(path)?.[1] ?? '');
      if (fault !== undefined) {
        refuse(raw, 400, { message: fault });
        return;
      }
      if (!stage || !isDeployed(stage) || api.endpointDisabled) {
        refuse(raw, 403, { message: 'Forbidden' });
        return;
      }
      pending.add(raw);
      connect({ api, stage }, incoming, raw, head)
        .catch((error) => {
          onFault(error);
          refuse(raw, 500, { message: 'Internal server error' });
        })
        .finally(() => pending.delete(raw));
    },
    /** Tells the ends of connections that an earlier run had open; answers how many. */
    resume(): number {
      for (const record of left) {
        const { closeCode: code = 1006, closeReason: reason = 'Connection closed abnormally' } = record;
        disconnect({ record, code, reason }).catch(onFault);
      }
      return left.splice(0).length;
    },
    close(): void {
      stopped = true;
      for (const raw of pending) raw.destroy();
      connections.shutDown();
      server.close();
    },
  };
};

const REFUSALS = { 401: 'Unauthorized', 403: 'Forbidden', 500: 'Internal server error' } as const;

/** A route that answers neither success nor a failure that HTTP has refuses the connection as a bad gateway. */
const refusalStatus = (status: number): number => (status >= 300 && status <= 599 ? status : 502);
