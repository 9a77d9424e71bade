import type { WebSocket } from 'ws';
import type { Api, Stage } from '../model.ts';

/** What is kept of a connection, so that its end is told even after a restart. */
export type ConnectionRecord = {
  id: string;
  apiId: string;
  stage: string;
  connectedAt: number;
  sourceIp: string;
  userAgent?: string;
  /** What the authorizer gave, as events carry it. */
  authorizer?: Record<string, unknown>;
  /** Who signed the request, where the connect route asks for that. */
  signer?: { accessKey: string; userArn: string };
  /** How it ended, once it has. */
  closeCode?: number;
  closeReason?: string;
};

/** A connection that is open in this process. */
export type OpenConnection = ConnectionRecord & { api: Api; socket: WebSocket; lastActiveAt: number };

/** The API and stage that a request goes to. */
export type Target = { api: Api; stage: Stage };
