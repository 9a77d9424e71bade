import type { Readable, Writable } from 'node:stream';

/** Bytes of a frame's length, which stands before it. */
const HEADER = 4;

/**
 * The runtime's end of the two pipes that carry requests to a function's process and answers back: JSON behind its length in four
 * bytes. The process waits for a request in a system call (`request-channel.mjs`).
 */
export class RequestChannel {
  readonly #requests: Writable;
  #parts: Buffer[] = [];
  #have = 0;

  /** Calls `onAnswer` with each answer, whole. */
  constructor(requests: Writable, answers: Readable, onAnswer: (answer: unknown) => void) {
    this.#requests = requests;
    // A process that has ended tells so by its end; its pipes have nothing to add.
    requests.on('error', () => {});
    answers.on('error', () => {});
    answers.on('data', (data: Buffer) => {
      this.#parts.push(data);
      this.#have += data.length;
      for (let answer = this.#take(); answer !== undefined; answer = this.#take()) onAnswer(JSON.parse(answer));
    });
  }

  send(request: object): void {
    const text = JSON.stringify(request);
    const length = Buffer.byteLength(text);
    const frame = Buffer.allocUnsafe(HEADER + length);
    frame.writeUInt32LE(length, 0);
    frame.write(text, HEADER);
    this.#requests.write(frame);
  }

  /** Says that no further request comes, which lets a waiting process go on. */
  end(): void {
    this.#requests.end();
  }

  #take(): string | undefined {
    if (this.#have < HEADER) return undefined;
    let [all = Buffer.of()] = this.#parts;
    if (all.length < HEADER) all = this.#join();
    const end = HEADER + all.readUInt32LE(0);
    if (this.#have < end) return undefined;
    if (all.length < end) all = this.#join();
    const rest = all.subarray(end);
    this.#parts = rest.length > 0 ? [rest, ...this.#parts.slice(1)] : this.#parts.slice(1);
    this.#have -= end;
    return all.toString('utf8', HEADER, end);
  }

  #join(): Buffer {
    const all = Buffer.concat(this.#parts);
    this.#parts = [all];
    return all;
  }
}
