import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { newDataFolder } from "./data-folder.js";
import type { PeerCpu, PeerQuestion, PeerReady } from "./peer.js";

/** How long a peer may take to answer or to end, in milliseconds. */
const PATIENCE = 30_000;

/** A server in a process of its own, with a data folder of its own. */
export interface Child extends PeerReady {
  /** Its CPU since it began, in microseconds. */
  cpu(): Promise<number>;
  /** Ends it. */
  stop(): Promise<void>;
}

/**
 * Starts a module as a server and waits until it serves. It ends also when this
 * process ends.
 */
export async function startChild(module: URL): Promise<Child> {
  const child = fork(fileURLToPath(module), [newDataFolder()], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(timer);
  };
  try {
    const { url, keys } = await message<PeerReady>(child);
    return { url, keys, stop, cpu: async () => (await ask(child, "cpu")).cpu };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

function ask(child: ChildProcess, question: PeerQuestion): Promise<PeerCpu> {
  const answer = message<PeerCpu>(child);
  child.send(question);
  return answer;
}

/** The child's next message. */
function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      end();
    };
    const onMessage = (sent: unknown) => settle(() => resolve(sent as T));
    const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
      settle(() => reject(new Error(`A server ended: ${signal ?? `exit code ${code}`}.`)));
    const timer = setTimeout(
      () => settle(() => reject(new Error("A server did not answer."))),
      PATIENCE,
    );
    child.on("message", onMessage).on("exit", onExit);
  });
}
