import type { WebSocket } from 'ws';
import type { Clock, Timer } from '../../clock.ts';
import type { Api } from '../model.ts';
import type { ConnectionRecord, OpenConnection } from './model.ts';
import type { ConnectionStore } from './store.ts';

/** Longest silence and longest life of a connection, in milliseconds. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const LONGEST_IDLE = 10 * 60_000;
const LONGEST_LIFE = 2 * 3600_000;

/** What the `$disconnect` route is told where neither side gave a reason. */
const REASONS: Readonly<Record<number, string>> = {
  1001: 'Going away',
  1005: 'Client-side close frame status not set',
  1006: 'Connection closed abnormally',
};

export type Ended = { record: ConnectionRecord; code: number; reason: string };

type Options = { clock: Clock; store: ConnectionStore; onEnd: (ended: Ended) => void };

type Held = OpenConnection & { timer?: Timer; closing?: { code: number; reason: string } };

/** The connections that are open now; each ends by its client, by `close`, or by its age. */
export class Connections {
  readonly #options: Options;
  readonly #open = new Map<string, Held>();

  constructor(options: Options) {
    this.#options = options;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Takes a connection on whose record is kept already. */
  add(record: ConnectionRecord, api: Api, socket: WebSocket): void {
    const held: Held = { ...record, api, socket, lastActiveAt: this.#options.clock.now() };
    this.#open.set(record.id, held);
    this.#watch(held);
    socket.on('close', (code, reason) => this.#ended(held, record, code, reason.toString()));
    // `ws` closes the connection itself, with the code that fits.
    socket.on('error', () => {});
  }

  /** The connection, unless it has ended or is about to. */
  find(id: string): OpenConnection | undefined {
    const held = this.#open.get(id);
    return held?.closing ? undefined : held;
  }

  touch(id: string): void {
    const held = this.#open.get(id);
    if (held) held.lastActiveAt = this.#options.clock.now();
  }

  /** Sends a text; false where the connection has ended. */
  send(id: string, text: string | Buffer): Promise<boolean> {
    const held = this.find(id);
    if (!held) return Promise.resolve(false);
    this.touch(id);
    return new Promise((resolve) => held.socket.send(text, { binary: false }, (error) => resolve(!error)));
  }

  close(id: string, code: number, reason: string): void {
    const held = this.#open.get(id);
    if (!held || held.closing) return;
    held.closing = { code, reason };
    held.timer?.cancel();
    held.socket.close(code, reason);
  }

  /** Ends all of an API's connections. */
  closeApi(apiId: string): void {
    for (const { id, apiId: owner } of this.#open.values()) if (owner === apiId) this.close(id, 1001, 'Going away');
  }

  /** Ends every connection without waiting for its client; their ends are told by the next run. */
  shutDown(): void {
    for (const held of this.#open.values()) {
      held.timer?.cancel();
      held.socket.removeAllListeners('close');
      this.#options.store.closed(held.id, 1001, 'Going away');
      held.socket.close(1001, 'Going away');
      held.socket.terminate();
    }
    this.#open.clear();
  }

  #watch(held: Held): void {
    const { clock } = this.#options;
    const due = Math.min(held.lastActiveAt + LONGEST_IDLE, held.connectedAt + LONGEST_LIFE);
    if (due <= clock.now()) this.close(held.id, 1001, 'Going away');
    else held.timer = clock.at(due, () => this.#watch(held));
  }

  #ended(held: Held, record: ConnectionRecord, code: number, reason: string): void {
    held.timer?.cancel();
    this.#open.delete(held.id);
    const end = held.closing ?? { code, reason: reason || (REASONS[code] ?? '') };
    this.#options.onEnd({ record, ...end });
  }
}
