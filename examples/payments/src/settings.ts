import type { RateLimit } from "holdfast";

/** How the server is run, from the environment. */
export interface Settings {
  readonly production: boolean;
  /** The address that it listens at. */
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly rateLimit: RateLimit;
}

/** A setting of the environment that cannot be used. */
export class SettingsError extends Error {}

/**
 * Reads settings: NODE_ENV, HOST (127.0.0.1), HOLDFAST_DATA (`.holdfast`), DATABASE_URL, HOLDFAST_RATE_LIMIT
 * (requests a second for each key, 100) and HOLDFAST_RATE_BURST (500).
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    host: env.HOST || "127.0.0.1",
    production: env.NODE_ENV === "production",
    dataFolder: env.HOLDFAST_DATA || ".holdfast",
    databaseUrl: env.DATABASE_URL || undefined,
    rateLimit: {
      perSecond: positive(env, "HOLDFAST_RATE_LIMIT", 100),
      burst: positive(env, "HOLDFAST_RATE_BURST", 500),
    },
  };
}

function positive(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
): number {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new SettingsError(`${name} must be a number above 0, not ${JSON.stringify(text)}.`);
}

/** When the docs boot: HOLDFAST_DOCS, `now` (in the background) or `first` (when they are first read). */
export function readDocs(env: Readonly<Record<string, string | undefined>>): "now" | "first" {
  const text = env.HOLDFAST_DOCS || "now";
  if (text === "now" || text === "first") return text;
  throw new SettingsError(`HOLDFAST_DOCS must be now or first, not ${JSON.stringify(text)}.`);
}

/** The port to serve on: PORT, or 4000. */
export function readPort(env: Readonly<Record<string, string | undefined>>): number {
  const text = env.PORT ?? "4000";
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingsError(`PORT must be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
}
