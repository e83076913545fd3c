import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stylesheet } from "../pages/index.js";
import { pageScript } from "../script/page-script.js";
import type { DocsOptions } from "./docs-options.js";
import { AUTHORS_STYLES } from "./site-info.js";

/** A stylesheet or a script. */
interface Asset {
  readonly type: string;
  readonly text: string;
}

/** The files that pages share. A name with a digest of its content may be kept for ever. */
export interface Assets {
  /** By the name that pages ask for: `docs.css` → `docs.4kd8….css`. */
  readonly names: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Asset>;
}

const CSS = "text/css; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";

/** Reads the files that pages share. */
export function readAssets({ stylesheet: own }: Pick<DocsOptions, "stylesheet">): Assets {
  const read: readonly (readonly [string, Asset])[] = [
    ["docs.css", { type: CSS, text: readFileSync(stylesheet, "utf8") }],
    ["docs.js", { type: SCRIPT, text: pageScript() }],
    ...(own ? [[AUTHORS_STYLES, { type: CSS, text: readFileSync(own, "utf8") }] as const] : []),
  ];
  const named = read.map(([name, asset]) => [name, digested(name, asset.text), asset] as const);
  return {
    names: new Map(named.map(([name, digest]) => [name, digest])),
    files: new Map(named.map(([, digest, asset]) => [digest, asset])),
  };
}

function digested(name: string, text: string): string {
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 12);
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}.${digest}${name.slice(dot)}`;
}
