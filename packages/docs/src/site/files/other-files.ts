import type { Library } from "../library.js";
import type { TextAt } from "./write-files.js";

type File = readonly [path: string, text: string];

/** Whatever is not a page of reference: descriptions, the changelog, guides, indexes. */
export function* otherFiles(
  library: Library,
  versions: readonly string[],
  text: TextAt,
): Generator<File> {
  for (const [path, found] of [
    ...openApiFiles(versions, text),
    ...changelogFiles(library, text),
    ...guideFiles(library, versions, text),
    ["docs/search/index.html", text({ to: "search", format: "html" })] as const,
    ["docs/-/search.json", text({ to: "searchIndex" })] as const,
    ["versions.json", text({ to: "versions" })] as const,
    ["llms.txt", text({ to: "llms" })] as const,
    ["llms-full.txt", text({ to: "llmsFull" })] as const,
  ]) {
    if (found !== undefined) yield [path, found];
  }
}

type Found = readonly [path: string, text: string | undefined];

function openApiFiles(versions: readonly string[], text: TextAt): readonly Found[] {
  return (["json", "yaml"] as const).flatMap((format) => [
    [`openapi.${format}`, text({ to: "openapi", format })] as const,
    ...versions.map(
      (version) =>
        [`docs/v/${version}/openapi.${format}`, text({ to: "openapi", format }, version)] as const,
    ),
  ]);
}

function changelogFiles(library: Library, text: TextAt): readonly Found[] {
  const files: Found[] = (["atom", "json", "md"] as const).map((format) => [
    `changelog.${format}`,
    text({ to: "changelog", format }),
  ]);
  for (const { name, status } of library.versions) {
    if (status === "draft") continue;
    const release = text({ to: "release", version: name, format: "html" });
    files.push([`changelog/${name}/index.html`, release]);
  }
  // A host of files knows no queries: each page of the list has a folder.
  const days = [""];
  for (const day of days) {
    const html = text({ to: "changelog", format: "html" }, undefined, day && `before=${day}`);
    const apart = html?.replace(
      /(href="[^"?]*\/changelog\/)\?before=([\d-]+)"/g,
      (_, way: string, before: string) => {
        if (!days.includes(before)) days.push(before);
        return `${way}before/${before}/"`;
      },
    );
    files.push([`changelog/${day && `before/${day}/`}index.html`, apart]);
  }
  return files;
}

/** From each version to the newest. */
function guideFiles(
  { versions: all }: Library,
  versions: readonly string[],
  text: TextAt,
): readonly Found[] {
  const guide = (from: string) =>
    text({ to: "upgrade", format: "html" }, undefined, `from=${encodeURIComponent(from)}`);
  return [
    ["docs/upgrade/index.html", guide(all[0]?.name ?? "")],
    ...versions.map((from) => [`docs/upgrade/${from}/index.html`, guide(from)] as const),
  ];
}
