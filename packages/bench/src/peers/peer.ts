import { cpuUsage } from "node:process";

/** What a peer tells when it serves: where, and a key for each version that it serves. */
export interface PeerReady {
  readonly url: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** Microseconds of CPU, in all threads, in user and in kernel mode, since the process began. */
export interface PeerCpu {
  readonly cpu: number;
}

/** What a peer is asked: its CPU so far. It ends when the parent disconnects. */
export type PeerQuestion = "cpu";

/** The sum of the time in user and in kernel mode, in microseconds. */
export function cpuMicroseconds(): number {
  const { user, system } = cpuUsage();
  return user + system;
}

/** Runs a server as the child process of a benchmark. */
export async function servePeer(
  start: (dataFolder: string) => Promise<PeerReady & { close(): Promise<void> }>,
): Promise<void> {
  const [, , dataFolder] = process.argv;
  if (dataFolder === undefined || !process.send) {
    throw new TypeError("A peer is started by the benchmark, with a data folder.");
  }
  const { url, keys, close } = await start(dataFolder);
  process.on("message", (question: PeerQuestion) => {
    if (question === "cpu") process.send?.({ cpu: cpuMicroseconds() } satisfies PeerCpu);
  });
  process.once("disconnect", async () => {
    await close();
    process.exit(0);
  });
  process.send({ url, keys } satisfies PeerReady);
}
