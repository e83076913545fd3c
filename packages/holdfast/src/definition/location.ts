/** A place in somebody's source file, for diagnostics. */
export interface Location {
  readonly file: string;
  readonly line: number;
}

/** Where a definition was written. The stack is formatted only if a diagnostic asks. */
export interface Origin {
  location(): Location | undefined;
}

const FRAME = /\(?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*):(\d+):\d+\)?$/;

/**
 * Remembers the caller of `below`: the function of the public API whose caller wrote the
 * definition.
 */
export function captureOrigin(below: (...args: never[]) => unknown): Origin {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, below);
  return {
    location() {
      for (const line of (holder.stack ?? "").split("\n").slice(1)) {
        const frame = FRAME.exec(line.trim().replace(/^at /, ""));
        if (frame?.[1] && frame[2]) {
          return { file: frame[1].replace(/^file:\/\//, ""), line: Number(frame[2]) };
        }
      }
      return undefined;
    },
  };
}
