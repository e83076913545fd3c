import { DOM } from "../../pages/dom.js";
import { session } from "../page/kept.js";

/** The reader's test key, and the version that its account is held at. */
export interface ReaderKey {
  readonly key: string;
  /** Null before the account's first request. */
  readonly version: string | null;
}

/** The key that was given in this tab. It is kept nowhere else, and stands in no address. */
export function readerKey(): ReaderKey | undefined {
  const text = session.get("key");
  try {
    return text === undefined ? undefined : (JSON.parse(text) as ReaderKey);
  } catch {
    return undefined;
  }
}

const keyListeners: ((key: ReaderKey | undefined) => void)[] = [];

/** Calls `listener` each time a key is taken or forgotten. */
export function whenKeyChanges(listener: (key: ReaderKey | undefined) => void): void {
  keyListeners.push(listener);
}

export function forgetKey(): void {
  keep(undefined);
}

function keep(key: ReaderKey | undefined): void {
  session.set("key", key && JSON.stringify(key));
  for (const listener of keyListeners) listener(key);
}

/** A key of a sandbox that nobody has used yet, where the API offers them. */
export function sandboxKey(): string | undefined {
  const prefix = document.body.getAttribute(DOM.sandbox);
  if (prefix === null) return undefined;
  const letters = crypto.getRandomValues(new Uint8Array(12));
  return prefix + [...letters].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes a key for this tab.
 *
 * @throws Error where the key cannot be used, and says why
 */
export async function takeKey(key: string): Promise<ReaderKey> {
  const endpoint = document.body.getAttribute(DOM.keyEndpoint);
  const taken: ReaderKey = { key, version: endpoint === null ? null : await pinOf(endpoint, key) };
  keep(taken);
  return taken;
}

async function pinOf(endpoint: string, key: string): Promise<string | null> {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Error("That is not a key.");
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    credentials: "omit",
  });
  const told = (await answer.json()) as {
    readonly version?: string | null;
    readonly mode?: string;
    readonly error?: { readonly message?: string };
  };
  if (!answer.ok) throw new Error(told.error?.message ?? "The key could not be checked.");
  if (told.mode !== "test") {
    throw new Error("That is a live key. Docs take test keys only; nothing was kept of it.");
  }
  return told.version ?? null;
}

/** Enough of a key to recognise it by. */
export function masked(key: string): string {
  const kind = /^[a-z]+_[a-z]+_/.exec(key)?.[0] ?? "";
  const rest = key.slice(kind.length);
  return `${kind}••••${rest.length >= 8 ? rest.slice(-4) : ""}`;
}
