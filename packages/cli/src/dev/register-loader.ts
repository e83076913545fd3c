// For `node --import`: lets a process, and its threads, run an app's sources.
import { register } from "node:module";
import { MessageChannel } from "node:worker_threads";
import { LOADER_SETTINGS, type LoaderSettings } from "./loader-data.js";

const settings: LoaderSettings = JSON.parse(process.env[LOADER_SETTINGS] ?? "{}");
const { port1, port2 } = new MessageChannel();
const names = new Set<string>();

port1.on("message", (url: string) => names.add(url)).unref();
register("./loader.js", import.meta.url, {
  data: { ...settings, port: port2 },
  transferList: [port2],
});

/** The modules of others that the app imported so far, in the order in which it did. */
export function dependencies(): readonly string[] {
  return [...names];
}
