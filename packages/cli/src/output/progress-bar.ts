import type { Io } from "../io.js";

const WIDTH = 30;

/** A bar on the last line of a terminal; nothing where results go elsewhere. */
export function progressBar(
  io: Io,
  doing: string,
): { show(done: number, all: number): void; clear(): void } {
  const quiet = { show: () => undefined, clear: () => undefined };
  if (io.columns === undefined) return quiet;
  let shown = "";
  const draw = (line: string): void => {
    if (line === shown) return;
    shown = line;
    io.err(`\r\u001b[K${line}`);
  };
  return {
    show(done, all) {
      const part = all === 0 ? 1 : done / all;
      const full = Math.round(part * WIDTH);
      const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      draw(`${doing} ${bar} ${Math.floor(part * 100)}%`);
    },
    clear: () => draw(""),
  };
}
