import { Agent, request } from "node:http";

/** Connections kept open at once; each has one request under way. */
const CONNECTIONS = 8;

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** A request to send again and again. */
export interface Shot {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends requests over kept connections. */
export class Driver {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  /** Sends the request `count` times and gives every answer to `look`, which throws at a wrong one. */
  async fire(shot: Shot, count: number, look: (body: string) => void): Promise<void> {
    let left = count;
    const connection = async () => {
      while (left > 0) {
        left -= 1;
        look(await this.send(shot));
      }
    };
    await Promise.all(Array.from({ length: Math.min(CONNECTIONS, count) }, connection));
  }

  /** The body of one answer; throws unless it is a 200. */
  send({ url, path, headers: own, body }: Shot): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...own,
        "content-length": Buffer.byteLength(body),
      };
      const options = { method: "POST", agent: this.#agent, headers, timeout: PATIENCE };
      const sent = request(`${url}${path}`, options, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${answer.statusCode} instead of 200: ${text}`));
        });
      });
      sent.on("timeout", () => sent.destroy(new Error("No answer came in time.")));
      sent.on("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
