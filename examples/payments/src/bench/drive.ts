import { Agent, request } from "node:http";

/** Connections kept open at once; each has one request under way. */
const CONNECTIONS = 8;

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** A request to send again and again. */
export interface Shot {
  readonly url: string;
  readonly key: string;
  readonly form: string;
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
  send({ url, key, form }: Shot): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${key}`,
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(form),
      };
      const options = { method: "POST", agent: this.#agent, headers, timeout: PATIENCE };
      const sent = request(`${url}/v1/charges`, options, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const body = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) resolve(body);
          else reject(new Error(`${answer.statusCode} instead of 200: ${body}`));
        });
      });
      sent.on("timeout", () => sent.destroy(new Error("No answer came in time.")));
      sent.on("error", reject);
      sent.end(form);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
