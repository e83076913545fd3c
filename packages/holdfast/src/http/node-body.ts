import type { IncomingMessage } from "node:http";

const nothing = new Uint8Array(0);

/**
 * Reads a whole body.
 *
 * @returns the bytes; `too_large` as soon as more than `maxBytes` have come, with the rest unread;
 *   `aborted` when the connection ended before the body did
 */
export function readBody(
  message: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | "too_large" | "aborted"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > maxBytes) settle("too_large");
      else chunks.push(chunk);
    };
    const onEnd = (): void => {
      const [only] = chunks;
      if (only === undefined) settle(nothing);
      else settle(chunks.length === 1 ? only : Buffer.concat(chunks, length));
    };
    const onClose = (): void => settle("aborted");
    const settle = (result: Uint8Array | "too_large" | "aborted"): void => {
      message.off("data", onData).off("end", onEnd).off("close", onClose);
      resolve(result);
    };
    message.on("data", onData).on("end", onEnd).on("close", onClose);
  });
}
