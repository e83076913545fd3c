import { inspect } from "node:util";

/** A failure as text, which any thread can send: what was thrown may hold what cannot be copied. */
export interface ToldFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export function toldOf(failure: unknown): ToldFailure {
  if (!(failure instanceof Error)) {
    const text = typeof failure === "string" ? failure : inspect(failure, { depth: 2 });
    return { name: "Error", message: text, stack: text };
  }
  // With its causes, and whatever else it holds.
  return { name: String(failure.name), message: String(failure.message), stack: inspect(failure) };
}

/** The failure again, for who records it; its stack tells where it was thrown. */
export function failureOf({ name, message, stack }: ToldFailure): Error {
  return Object.defineProperties(new Error(message), {
    name: { value: name },
    stack: { value: stack },
  });
}
