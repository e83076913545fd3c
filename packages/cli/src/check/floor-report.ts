import {
  asGithub,
  asJson,
  asMarkdown,
  asSarif,
  asText,
  type FloorCheck,
} from "@holdfast/compatibility";
import type { Page } from "../output/page.js";
import { counted, listed } from "../output/words.js";
import type { Written } from "./write-mends.js";

/** How a check can be printed. */
export const formats = ["text", "json", "markdown", "github", "sarif"] as const;

export type Format = (typeof formats)[number];

/** How a check is shown. */
export interface ShowSettings {
  readonly format: Format;
  readonly all: boolean;
  /** The folder that files are named from. */
  readonly root: string;
  readonly written: Written | undefined;
}

/** A check in the format that was asked for. */
export function showCheck(check: FloorCheck, settings: ShowSettings, page: Page): string {
  const { format, all, root, written } = settings;
  switch (format) {
    case "json":
      return JSON.stringify(asJson(check));
    case "markdown":
      return asMarkdown(check, root);
    case "github":
      return asGithub(check, root);
    case "sarif":
      return JSON.stringify(asSarif(check, root), null, 2);
    case "text":
      return [
        asText(check, { all, root, columns: page.columns }),
        ...(written ? tell(written) : []),
      ].join("\n");
  }
}

function tell({ modules, additions, left }: Written): string[] {
  return [
    ...(modules.length > 0 ? [`Wrote ${listed(modules)}, and entries under next:.`] : []),
    ...(additions > 0 ? [`Recorded ${counted(additions, "addition")}.`] : []),
    ...left,
  ];
}
