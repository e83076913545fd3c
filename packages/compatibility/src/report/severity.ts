import type { Proof } from "../schema/proof.js";

/**
 * What a change does to the set of what can be said: it is smaller, or larger; something is declared
 * no longer, or newly; or it stays, and something else about it is different.
 */
export type Effect = "narrower" | "wider" | "gone" | "added" | "other";

/** What callers send, what they receive, and what they are sent without having asked. */
export type Direction = "request" | "response" | "webhook";

/**
 * Who must not notice: a careful program that reads and writes the bytes, also one with a generated
 * client, or anybody.
 */
export type Policy = "wire" | "client" | "strict";

export type Severity = "breaking" | "warning" | "info";

/** What a change touches: the bytes, only the code that is generated, or only what is written about them. */
export type Surface = "wire" | "code" | "docs";

/** Policies from the most tolerant to the least. */
export const policies: readonly Policy[] = ["wire", "client", "strict"];

/** The most tolerant policy under which something on the wire is breaking. */
const breaksFrom: Readonly<Record<Effect, Readonly<Record<Direction, Policy>>>> = {
  narrower: { request: "wire", response: "strict", webhook: "strict" },
  wider: { request: "strict", response: "wire", webhook: "wire" },
  gone: { request: "wire", response: "wire", webhook: "wire" },
  added: { request: "strict", response: "strict", webhook: "strict" },
  other: { request: "wire", response: "client", webhook: "client" },
};

/** What is to be judged. */
export interface Change {
  readonly effect: Effect;
  readonly direction: Direction;
  /** The wire if left out. */
  readonly surface?: Surface;
  readonly proven?: Proof;
}

/**
 * How bad a change is under a policy: breaking; a warning for what breaks under the next stricter
 * policy, and for what would be breaking but could not be proven; else for information.
 */
export function severityOf(change: Change, policy: Policy): Severity {
  const { effect, direction, surface = "wire", proven } = change;
  if (surface === "docs") return "info";
  const onTheWire = policies.indexOf(breaksFrom[effect][direction]);
  const from = surface === "code" ? Math.max(onTheWire, policies.indexOf("client")) : onTheWire;
  const at = policies.indexOf(policy);
  if (from <= at) return proven === "tested" ? "warning" : "breaking";
  return from === at + 1 && from < policies.indexOf("strict") ? "warning" : "info";
}
