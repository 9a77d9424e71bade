// The function's end of the two pipes that carry requests and answers. It waits for a request in a system call, with the event loop
// standing still: as Lambda does, a sandbox is frozen between requests, and a short request costs less than half of what an event a side takes.
import { readSync, writeSync } from 'node:fs';

const REQUESTS = 4;
const ANSWERS = 5;

/** Bytes of a frame's length, which stands before it. */
const HEADER = 4;

let buffer = Buffer.allocUnsafe(65_536);

/** The next request, once there is one; undefined when there will be none. */
export const nextRequest = () => {
  let have = 0;
  let need = HEADER;
  let whole = false;
  while (have < need) {
    const read = readSync(REQUESTS, buffer, have, buffer.length - have, null);
    if (read === 0) return undefined;
    have += read;
    if (whole || have < HEADER) continue;
    whole = true;
    need = HEADER + buffer.readUInt32LE(0);
    if (need > buffer.length) buffer = Buffer.concat([buffer.subarray(0, have)], need);
  }
  const text = buffer.toString('utf8', HEADER, need);
  // One large request must not hold its memory for ever.
  if (buffer.length > 65_536) buffer = Buffer.allocUnsafe(65_536);
  return JSON.parse(text);
};

/** Hands an answer over; when this returns, all of it is on its way. */
export const sendAnswer = (answer) => {
  const body = Buffer.from(JSON.stringify(answer));
  const frame = Buffer.allocUnsafe(HEADER + body.length);
  frame.writeUInt32LE(body.length, 0);
  body.copy(frame, HEADER);
  for (let sent = 0; sent < frame.length; ) sent += writeSync(ANSWERS, frame, sent);
};
