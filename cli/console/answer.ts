import { toWire } from './wire.ts';

/** What goes back to the page. */
export type Answer = { status: number; headers?: Readonly<Record<string, string>>; body?: string | Buffer };

/** A value in the wire's form. */
export const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(toWire(value)),
});

/** A refusal or a failure, as the page reads it. */
export const failed = (status: number, name: string, message: string): Answer => json(status, { name, message });

export const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

export const NO_SESSION = text(
  401,
  'This link is spent, or this browser has no session. npm run marquee -- console prints a new link.',
);
