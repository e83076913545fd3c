import { genesis } from "./version-order.js";

/** How a client is told to send a version. */
export type Telling =
  /** `stripe.setApiVersion(version)` */
  | "setApiVersion"
  /** `new Stripe(key, version)` */
  | "second argument"
  /** `new Stripe(key, { apiVersion })` */
  | "constructor"
  /** `stripe_version` among the options of each request */
  | "stripe_version"
  /** `apiVersion` among the options of each request */
  | "apiVersion";

/** One run of the scenario. */
export interface Run {
  /** The version whose shapes the client must see. */
  readonly version: string;
  /**
   * Where the version comes from: the account's pin, the header that the client was told to send,
   * or the one that the client sends by itself.
   */
  readonly by: "pin" | "told" | "own";
  /** What the account is pinned at. */
  readonly pin: string;
}

/** One official client, unmodified, under the name that package.json gives it. */
export interface Client {
  readonly alias: string;
  readonly release: string;
  /** The version that it sends unless told otherwise; null if it sends none. */
  readonly ownVersion: string | null;
  readonly telling: Telling;
  /** `setHost` takes the address after construction; later clients take it in the constructor. */
  readonly address: "setHost" | "constructor";
  /** Hangs on a socket that is used a second time, so its process must not keep any. */
  readonly needsFreshSockets: boolean;
  /** The newest version on the day that the client was released. */
  readonly era: string;
  /** Further versions, sent by the client, where the shapes differ. */
  readonly further: readonly string[];
}

const newest = "2026-10-28.endive";

export const clients: readonly Client[] = [
  {
    alias: "stripe-2",
    release: "2.9.0",
    ownVersion: null,
    telling: "setApiVersion",
    address: "setHost",
    needsFreshSockets: true,
    era: "2014-11-05",
    further: ["2011-06-21", "2012-11-07", "2013-08-13", "2015-02-18", "2022-11-15"],
  },
  {
    alias: "stripe-4",
    release: "4.25.0",
    ownVersion: null,
    telling: "stripe_version",
    address: "setHost",
    needsFreshSockets: true,
    era: "2017-08-15",
    further: ["2011-08-01", "2012-02-23", "2014-06-17", "2017-02-14", "2026-09-30.endive"],
  },
  {
    alias: "stripe-6",
    release: "6.36.0",
    ownVersion: null,
    telling: "second argument",
    address: "setHost",
    needsFreshSockets: false,
    era: "2019-03-14",
    further: ["2011-09-15", "2012-06-18", "2013-07-05", "2014-12-22", "2020-08-27"],
  },
  {
    alias: "stripe-8",
    release: "8.222.0",
    ownVersion: null,
    telling: "apiVersion",
    address: "constructor",
    needsFreshSockets: false,
    era: "2020-08-27",
    further: ["2012-10-26", "2014-03-28", "2015-02-16", "2017-05-25", "2026-09-30.endive"],
  },
  {
    alias: "stripe-11",
    release: "11.18.0",
    ownVersion: null,
    telling: "constructor",
    address: "constructor",
    needsFreshSockets: false,
    era: "2022-11-15",
    further: ["2011-08-01", "2013-02-13", "2014-12-17", "2019-10-17", "2025-03-31.basil"],
  },
  {
    alias: "stripe-12",
    release: "12.18.0",
    ownVersion: "2022-11-15",
    telling: "constructor",
    address: "constructor",
    needsFreshSockets: false,
    era: "2022-11-15",
    further: ["2012-03-25", "2014-06-13", "2018-08-23", "2020-03-02", "2024-09-30.acacia"],
  },
  {
    alias: "stripe-17",
    release: "17.7.0",
    ownVersion: "2025-02-24.acacia",
    telling: "constructor",
    address: "constructor",
    needsFreshSockets: false,
    era: "2025-02-24.acacia",
    further: ["2012-07-09", "2014-05-19", "2015-02-18", "2019-12-03", "2022-08-01"],
  },
  {
    alias: "stripe-23",
    release: "23.1.0",
    ownVersion: newest,
    telling: "apiVersion",
    address: "constructor",
    needsFreshSockets: false,
    era: newest,
    further: ["2011-06-21", "2012-11-07", "2014-06-17", "2017-04-06", "2026-09-30.endive"],
  },
];

/** A pin as far as may be from `version`, so that only the client's header can explain it. */
function farFrom(version: string): string {
  return version < "2018" ? newest : "2011-06-28";
}

/** The runs of a client: at its own era's pin, told each further version, and one before time. */
export function runsOf(client: Client): readonly Run[] {
  const era: Run = {
    version: client.era,
    by: client.ownVersion === null ? "pin" : "own",
    pin: client.era,
  };
  const told = client.further.map<Run>((version) => ({
    version,
    by: "told",
    pin: farFrom(version),
  }));
  const origin: readonly Run[] =
    client.ownVersion === null ? [{ version: genesis, by: "pin", pin: genesis }] : [];
  return [...origin, era, ...told];
}
