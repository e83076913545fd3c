import { isAbsolute, join } from "node:path";
import {
  diffFloors,
  diffOpenApi,
  LoadError,
  type Locate,
  loadFile,
  type Policy,
  type Report,
  readFloor,
  servedFloor,
  showGithub,
  showMarkdown,
  showSarif,
  showText,
} from "@holdfast/compatibility";
import { maybe } from "../arguments/argument.js";
import { choice, flag, text } from "../arguments/option.js";
import { command } from "../command.js";
import type { Context } from "../context.js";
import { Unreadable, UsageError } from "../errors.js";
import { findVersion } from "../lookup.js";
import { progressBar } from "../output/progress-bar.js";

export const diff = command({
  name: "diff",
  summary: "Compares two descriptions of an API: whether its integrators would notice.",
  details:
    "Takes two OpenAPI 3.0 or 3.1 files, JSON or YAML, or two floors of contracts/; or two versions of the app, with --from and --to. The policy says who must not notice: wire, whoever reads and writes the bytes with care; client, also who uses a generated client; strict, anybody. Exits with 1 if something is breaking, and with 2 if a file cannot be read.",
  arguments: {
    old: maybe("OLD", "the description as it was"),
    new: maybe("NEW", "the description as it is now"),
  },
  options: {
    policy: choice(["wire", "client", "strict"], "who must not notice"),
    from: text("VERSION", "the older version of the app"),
    to: text("VERSION", "the newer version of the app"),
    all: flag("shows every finding, and where it stands; else ten lines"),
    format: choice(["text", "json", "markdown", "sarif", "github"], "how to print the result"),
  },
  example: "diff old.yaml new.yaml --policy client",
  async run({ old, new: next, policy, from, to, all, format }, context) {
    const isOfApp = from !== undefined || to !== undefined;
    const { report, locate } = isOfApp
      ? { report: await diffVersions(context, from, to, policy), locate: () => undefined }
      : await diffFiles(context, old, next, policy);
    const file = next ?? "";
    return {
      json: { ...report },
      failed: report.verdict === "breaking",
      show({ columns }) {
        if (format === "markdown") return showMarkdown(report);
        if (format === "sarif") return showSarif(report, file, locate);
        if (format === "github") return showGithub(report, file, locate);
        return showText(report, { all, columns });
      },
    };
  },
});

async function diffVersions(
  context: Context,
  from: string | undefined,
  to: string | undefined,
  policy: Policy,
): Promise<Report> {
  if (from === undefined || to === undefined) throw new UsageError("--from and --to go together.");
  const api = await context.api();
  findVersion(api, from);
  findVersion(api, to);
  return diffFloors(servedFloor(api, from), servedFloor(api, to), policy);
}

interface Compared {
  readonly report: Report;
  readonly locate: Locate;
}

async function diffFiles(
  { io }: Context,
  old: string | undefined,
  next: string | undefined,
  policy: Policy,
): Promise<Compared> {
  if (old === undefined || next === undefined) {
    throw new UsageError("diff needs OLD and NEW, or --from and --to.");
  }
  const [before, after] = [old, next].map((file) => (isAbsolute(file) ? file : join(io.cwd, file)));
  if (before === undefined || after === undefined) throw new UsageError("diff needs OLD and NEW.");
  try {
    const floors = [await readFloor(before), await readFloor(after)] as const;
    if (floors[0] && floors[1]) {
      return { report: diffFloors(floors[0], floors[1], policy), locate: () => undefined };
    }
    const bar = progressBar(io, "comparing");
    try {
      const report = diffOpenApi(before, after, { policy, onProgress: bar.show });
      const { line } = loadFile(after, "");
      return { report, locate: (pointer) => line(pointer.slice(pointer.indexOf("#") + 1)) };
    } finally {
      bar.clear();
    }
  } catch (error) {
    if (error instanceof LoadError || isFloorError(error)) throw new Unreadable(error.message);
    throw error;
  }
}

function isFloorError(error: unknown): error is Error {
  return error instanceof Error && error.name === "FloorError";
}
