import { randomFillSync } from "node:crypto";

const BYTES = 12;
/** How many ids are drawn at once: asking the system for each one costs more than the rest. */
const DRAWN = 256;

/** Makes ids of requests: 96 random bits each, in letters and digits. */
export function requestIds(): () => string {
  const drawn = Buffer.alloc(BYTES * DRAWN);
  let at = drawn.length;
  return () => {
    if (at === drawn.length) {
      randomFillSync(drawn);
      at = 0;
    }
    const id = drawn.toString("hex", at, at + BYTES);
    at += BYTES;
    return `req_${id}`;
  };
}
