import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

interface Connection {
  /** How many requests on it are being answered; more than one when they are pipelined. */
  answering: number;
  /** How many bytes had been read when the last answer was through: more mean a request began. */
  readByThen: number;
  /** It closes after the answers under way, and takes no further request. */
  ending: boolean;
}

/** The open connections of a server, and what each is in the middle of. */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  readonly #server: Server;
  #closing = false;

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      this.#open.set(socket, { answering: 0, readByThen: 0, ending: false });
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /** Notes that a request that came on the socket is being answered, until its response closes. */
  answer(socket: Socket, response: ServerResponse): void {
    const connection = this.#open.get(socket);
    if (connection === undefined) return;
    connection.answering++;
    response.once("close", () => {
      connection.answering--;
      connection.readByThen = socket.bytesRead;
      if (connection.answering === 0 && (connection.ending || this.#closing)) socket.destroySoon();
    });
  }

  isAnswering(socket: Socket): boolean {
    return (this.#open.get(socket)?.answering ?? 0) > 0;
  }

  /** Lets the connection take no further request. */
  end(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection !== undefined) connection.ending = true;
  }

  isEnding(socket: Socket): boolean {
    return this.#open.get(socket)?.ending ?? true;
  }

  /** Whether the answer being given on the socket should say that it is the last. */
  isLastAnswer(socket: Socket): boolean {
    return this.#closing && this.#open.get(socket)?.answering === 1;
  }

  /** Closes the server: idle connections now, the others after their answer or `timeoutMs`. */
  close(timeoutMs: number): Promise<void> {
    this.#closing = true;
    const timer = setTimeout(() => this.#server.closeAllConnections(), timeoutMs);
    const closed = new Promise<void>((resolve) => {
      // Not http's own close: it cuts off responses that are written but not yet sent, and stops
      // looking for slow requests. Called at the end, it stops its timer.
      NetServer.prototype.close.call(this.#server, () => {
        clearTimeout(timer);
        this.#server.close();
        resolve();
      });
    });
    for (const [socket, { answering, readByThen }] of this.#open) {
      if (answering === 0 && socket.bytesRead === readByThen) socket.destroySoon();
    }
    return closed;
  }
}
